package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What is to be done with notices without calling anybody. They need no order: where each belongs is written with it. */
final class Errands {

    record Errand(Queued record, Purpose purpose) {}

    private record Later(Errand errand, Due due) {}

    private final Deque<Errand> now = new ArrayDeque<>();
    private final List<Later> later = new ArrayList<>();
    private final Clocks clocks;

    Errands(Clocks clocks) {
        this.clocks = clocks;
    }

    void add(Queued record, Purpose purpose) {
        now.addLast(new Errand(record, purpose));
    }

    void again(Queued record, Purpose purpose, Due due) {
        later.add(new Later(new Errand(record, purpose), due));
    }

    boolean isReady() {
        if (!later.isEmpty()) {
            later.removeIf(one -> {
                boolean due = one.due().isPast(clocks);
                if (due) {
                    now.addLast(one.errand());
                }
                return due;
            });
        }
        return !now.isEmpty();
    }

    Optional<Errand> take() {
        return isReady() ? Optional.of(now.removeFirst()) : Optional.empty();
    }

    /** Of notices that are still on the lane. */
    int waiting() {
        return (int) now.stream().filter(one -> one.purpose() == Purpose.PARK).count()
                + (int) later.stream()
                        .filter(one -> one.errand().purpose() == Purpose.PARK)
                        .count();
    }
}
