package eu.estafette.hub.router.store;

import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.event.CaseEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is kept of one subject. The decisions never see who it is, the notices must name him.
 *
 * @param anteroom what waits for a case
 * @param places   of the events that are held, in the case or before it, or that a notice tells of which waits for consent
 * @param due      when something next falls due
 * @param from     where the case comes from
 * @param alias    where the case went, if it did; then there is nothing else
 */
public record StoredSubject(
        Optional<Case> file,
        Anteroom anteroom,
        Map<EventName, Place> places,
        Optional<Sealed> identity,
        Optional<Instant> due,
        Provenance from,
        Optional<Alias> alias) {

    /** Nothing was ever told of it. */
    public static final StoredSubject NONE =
            new StoredSubject(Optional.empty(), Anteroom.EMPTY, Map.of(), Optional.empty(), Optional.empty());

    public StoredSubject {
        places = Map.copyOf(places);
    }

    /** Of a case that is where it was opened, or none. */
    public StoredSubject(
            Optional<Case> file,
            Anteroom anteroom,
            Map<EventName, Place> places,
            Optional<Sealed> identity,
            Optional<Instant> due) {
        this(file, anteroom, places, identity, due, Provenance.NONE, Optional.empty());
    }

    /** What is left once the case went elsewhere. */
    public static StoredSubject gone(Alias alias) {
        return new StoredSubject(
                Optional.empty(),
                Anteroom.EMPTY,
                Map.of(),
                Optional.empty(),
                Optional.of(alias.until()),
                Provenance.NONE,
                Optional.of(alias));
    }

    /** What tells accepted events apart. */
    public record EventName(String source, String id) {

        public static EventName of(CaseEvent event) {
            return new EventName(event.source(), event.id());
        }

        public static EventName of(Cause cause) {
            return new EventName(cause.line().source(), cause.id());
        }
    }

    public StoredSubject of(Optional<Sealed> who) {
        return new StoredSubject(file, anteroom, places, who, due, from, alias);
    }

    /** With the case coming from there. */
    public StoredSubject from(Provenance provenance) {
        return new StoredSubject(file, anteroom, places, identity, due, provenance, alias);
    }

    /** @param known the places of what is held, and perhaps of more */
    public StoredSubject with(
            Optional<Case> nowFile, Anteroom nowAnteroom, Map<EventName, Place> known, Due whatIsDue) {
        Map<EventName, Place> held = new HashMap<>();
        Stream.concat(nowFile.stream().flatMap(one -> one.waiting().events().stream()), nowAnteroom.events().stream())
                .map(event -> EventName.of(event.event()))
                .forEach(name -> held.put(name, Objects.requireNonNull(known.get(name))));
        nowFile.stream()
                .flatMap(one -> one.waiting().notices().stream())
                .map(notice -> EventName.of(notice.cause()))
                .filter(known::containsKey)
                .forEach(name -> held.put(name, known.get(name)));
        Optional<Instant> next = Stream.of(nowFile.flatMap(whatIsDue::next), nowAnteroom.nextDue())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
        return new StoredSubject(nowFile, nowAnteroom, held, identity, next, from, Optional.empty());
    }
}
