package eu.estafette.hub.delivery.parking;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was set aside of one lane partition, as it is written. A parked case holds back all of its later notices, which are parked behind
 * the dead one. It goes on as soon as its oldest is not a dead one: the parked ones follow, each when the one before is finished. When none is
 * left it is parked no more. Confined to the poll thread; holds no notice, only where each lies.
 */
public final class Parking {

    private final boolean parks;
    private final Map<String, ParkedCase> cases = new HashMap<>();
    private final Map<String, SetAside> byNotice = new HashMap<>();
    private final Set<String> parked = new HashSet<>();
    private final SequencedSet<String> free = new LinkedHashSet<>();
    private int parkedNotices;

    /** @param parks whether a case is parked when a notice of it dies; else its later ones flow on */
    public Parking(boolean parks) {
        this.parks = parks;
    }

    /** What a former owner left. */
    static Parking of(boolean parks, Collection<SetAside> all, Map<String, CaseState> states) {
        var parking = new Parking(parks);
        all.forEach(parking::store);
        parking.parked.addAll(states.keySet());
        // also where the state is gone, because it was thought to be the last when another was on its way
        all.stream()
                .filter(one -> one.shelf() == Shelf.PARKED)
                .map(SetAside::caseId)
                .forEach(parking.parked::add);
        states.forEach((caseId, state) -> parking.of(caseId).follows(state.cause()));
        Set<String> known = new HashSet<>(parking.cases.keySet());
        known.forEach(parking::review);
        return parking;
    }

    /** Whether a case is parked when one of its notices dies. */
    public boolean parks() {
        return parks;
    }

    /** Whether later notices of the case are to be parked, too. */
    public boolean isParked(String caseId) {
        return parked.contains(caseId);
    }

    public Optional<SetAside> find(String noticeId) {
        return Optional.ofNullable(byNotice.get(noticeId));
    }

    /** A notice of a parked case begins to move from the lane to here. */
    public void moves(String caseId) {
        of(caseId).moves(1);
    }

    /** It has arrived, or ended on the way. */
    public void moved(String caseId) {
        of(caseId).moves(-1);
        review(caseId);
    }

    /** It is set aside, in place of what was set aside of it before. A dead one parks its case, where the party wants that. */
    public void put(SetAside one) {
        remove(one.noticeId());
        store(one);
        if (one.shelf() == Shelf.DEAD && parks) {
            parked.add(one.caseId());
        }
        review(one.caseId());
    }

    /** It is set aside no more. */
    public void remove(String noticeId) {
        SetAside gone = byNotice.remove(noticeId);
        if (gone != null) {
            of(gone.caseId()).remove(gone);
            parkedNotices -= gone.shelf() == Shelf.PARKED ? 1 : 0;
            review(gone.caseId());
        }
    }

    /** Whether the case is parked no more once this one is gone. */
    public boolean endsWith(SetAside one) {
        ParkedCase file = of(one.caseId());
        return isParked(one.caseId()) && (parks ? file.isOnly(one) : file.isOnlyParked(one));
    }

    /** Why a parked case goes on. */
    public void follows(String caseId, Cause cause) {
        if (cases.containsKey(caseId)) {
            of(caseId).follows(cause);
        }
    }

    public Cause cause(String caseId) {
        ParkedCase file = cases.get(caseId);
        return file == null ? Cause.NONE : file.cause();
    }

    /** The oldest that is set aside of a case. */
    public Optional<SetAside> first(String caseId) {
        return Optional.ofNullable(cases.get(caseId)).flatMap(ParkedCase::first);
    }

    /** The next of each parked case that may go on, of those that are wanted; the cases that are asked take turns. */
    public List<SetAside> free(int atMost, Predicate<SetAside> wanted) {
        List<SetAside> next = free.stream()
                .map(caseId -> nextParked(of(caseId)).orElseThrow())
                .filter(wanted)
                .limit(atMost)
                .toList();
        next.forEach(one -> free.addLast(one.caseId()));
        return next;
    }

    public int parkedCases() {
        return parked.size();
    }

    public int parkedNotices() {
        return parkedNotices;
    }

    /** Whether it is set aside, by its place on the lane. */
    public Set<Long> offsets() {
        Set<Long> offsets = new HashSet<>();
        byNotice.values().forEach(one -> offsets.add(one.offset()));
        return offsets;
    }

    private void store(SetAside one) {
        byNotice.put(one.noticeId(), one);
        of(one.caseId()).put(one);
        parkedNotices += one.shelf() == Shelf.PARKED ? 1 : 0;
    }

    private ParkedCase of(String caseId) {
        return cases.computeIfAbsent(caseId, unused -> new ParkedCase());
    }

    private void review(String caseId) {
        ParkedCase file = of(caseId);
        boolean holds = file.isMoving() || file.hasParked() || parks && !file.isEmpty();
        if (!holds) {
            parked.remove(caseId);
            file.follows(Cause.NONE);
        }
        if (isParked(caseId) && nextParked(file).isPresent()) {
            free.add(caseId);
        } else {
            free.remove(caseId);
        }
        if (file.isEmpty()) {
            cases.remove(caseId);
        }
    }

    private Optional<SetAside> nextParked(ParkedCase file) {
        return parks ? file.first().filter(one -> one.shelf() == Shelf.PARKED) : file.firstParked();
    }
}
