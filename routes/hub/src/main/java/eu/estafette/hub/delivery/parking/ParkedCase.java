package eu.estafette.hub.delivery.parking;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What was set aside of one case, in the order of the case. */
final class ParkedCase {

    private final NavigableMap<Long, SetAside> waiting = new TreeMap<>();
    private int moving;
    private int parked;
    private Cause cause = Cause.NONE;

    void put(SetAside one) {
        waiting.put(one.offset(), one);
        parked += one.shelf() == Shelf.PARKED ? 1 : 0;
    }

    void remove(SetAside one) {
        if (waiting.remove(one.offset()) != null) {
            parked -= one.shelf() == Shelf.PARKED ? 1 : 0;
        }
    }

    /** A notice is on its way from the lane to here, or has arrived. */
    void moves(int more) {
        moving += more;
    }

    void follows(Cause why) {
        cause = why;
    }

    Cause cause() {
        return cause;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && moving == 0;
    }

    boolean isMoving() {
        return moving > 0;
    }

    boolean hasParked() {
        return parked > 0;
    }

    /** Whether nothing but this is set aside. */
    boolean isOnly(SetAside one) {
        return moving == 0 && waiting.size() == 1 && waiting.containsKey(one.offset());
    }

    /** Whether only this one is parked, dead ones aside. */
    boolean isOnlyParked(SetAside one) {
        return moving == 0 && parked == (one.shelf() == Shelf.PARKED ? 1 : 0);
    }

    Optional<SetAside> first() {
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(waiting.firstEntry().getValue());
    }

    Optional<SetAside> firstParked() {
        return waiting.values().stream()
                .filter(one -> one.shelf() == Shelf.PARKED)
                .findFirst();
    }
}
