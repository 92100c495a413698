package eu.estafette.hub.router.store;

import eu.estafette.kit.token.SubjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cases of one partition in which something falls due, soonest first. Follows from the heads of the cases, which say when; so it is
 * made anew from them and needs no changelog of its own.
 */
final class DueCases {

    private final NavigableMap<Instant, Set<SubjectKey>> byTime = new TreeMap<>();

    /** Moves a case; {@code from} is what was last said of it, a case that was taken meanwhile included. */
    void move(SubjectKey subject, Optional<Instant> from, Optional<Instant> to) {
        if (from.equals(to)) {
            return;
        }
        from.ifPresent(time -> byTime.computeIfPresent(time, (same, cases) -> {
            cases.remove(subject);
            return cases.isEmpty() ? null : cases;
        }));
        to.ifPresent(time ->
                byTime.computeIfAbsent(time, same -> new LinkedHashSet<>()).add(subject));
    }

    /** The cases that are due by now, at most so many; they are no longer here. */
    List<SubjectKey> take(Instant now, int atMost) {
        List<SubjectKey> taken = new ArrayList<>();
        Iterator<Set<SubjectKey>> times = byTime.headMap(now, true).values().iterator();
        while (times.hasNext() && taken.size() < atMost) {
            Set<SubjectKey> cases = times.next();
            Iterator<SubjectKey> each = cases.iterator();
            while (each.hasNext() && taken.size() < atMost) {
                taken.add(each.next());
                each.remove();
            }
            if (cases.isEmpty()) {
                times.remove();
            }
        }
        return taken;
    }

    Optional<Instant> next() {
        return byTime.isEmpty() ? Optional.empty() : Optional.of(byTime.firstKey());
    }
}
