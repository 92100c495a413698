package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.readmodel.ReadModelStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hub in one page.
 *
 * @param now       by the hub's clock
 * @param attention empty if nobody has to do anything
 */
record StatusReport(
        Instant now,
        Model readModel,
        Events events,
        Notices notices,
        Steps steps,
        Lanes lanes,
        List<Attention> attention) {

    /**
     * The read model, which all the other figures come from.
     *
     * @param state   FOLLOWING, STANDBY where another process follows, else what keeps it from following
     * @param behind  offsets still to be read, per topic
     * @param skipped records that could not be shown
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Model(ReadModelStatus.State state, Map<String, Long> behind, long skipped, Optional<String> trouble) {}

    /** @param accepted events accepted on this day, by state */
    record Events(LocalDate day, Map<String, Long> accepted, long refusedAtDoor, long held, long invalid) {}

    /**
     * @param parked    of those that wait, how many do so behind a dead one of their case
     * @param dead      those that nobody has solved yet
     * @param discarded those that operators gave up
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Notices(long waiting, Optional<Instant> oldestWaiting, long parked, long dead, long discarded) {}

    record Steps(long open, long overdue, long unowned) {}

    record Lanes(int parties, long troubled) {}
}
