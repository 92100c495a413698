package eu.estafette.console.operations;

import eu.estafette.console.operations.Counts.Unfinished;
import eu.estafette.console.readmodel.ReadModel;
import eu.estafette.console.readmodel.ReadModelStatus;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Draws up the status report, and says what in it needs somebody. */
final class StatusQueries {

    /** About a second of work for the projector; less is the ordinary moment it is behind. */
    private static final long MUCH_BEHIND = 10_000;

    private final Counts counts;
    private final ReadModel readModel;
    private final LaneStates lanes;
    private final InstantSource clock;
    private final int parties;

    StatusQueries(Counts counts, ReadModel readModel, LaneStates lanes, InstantSource clock, int parties) {
        this.counts = counts;
        this.readModel = readModel;
        this.lanes = lanes;
        this.clock = clock;
        this.parties = parties;
    }

    StatusReport report() {
        LocalDate today = HubDay.today(clock);
        Unfinished unfinished = counts.unfinished(today);
        ReadModelStatus model = readModel.status();
        long troubled = LaneQueries.troubled(lanes.lanes().values());
        return new StatusReport(
                clock.instant(),
                new StatusReport.Model(
                        model.state(), new TreeMap<>(model.behind()), unfinished.skipped(), model.trouble()),
                new StatusReport.Events(
                        today,
                        counts.accepted(today, HubDay.ZONE),
                        counts.refusedAtDoor(today, HubDay.ZONE),
                        unfinished.held(),
                        unfinished.invalid()),
                new StatusReport.Notices(
                        unfinished.waiting(),
                        unfinished.oldestWaiting(),
                        unfinished.parked(),
                        unfinished.dead(),
                        unfinished.discarded()),
                new StatusReport.Steps(unfinished.open(), unfinished.overdue(), unfinished.unowned()),
                new StatusReport.Lanes(parties, troubled),
                attention(unfinished, model, troubled));
    }

    private static List<Attention> attention(Unfinished unfinished, ReadModelStatus model, long troubled) {
        long behind = model.lag().orElse(0);
        return Attention.list(
                Attention.of(
                        "READ_MODEL_NOT_FOLLOWING",
                        model.isFollowed() ? 0 : 1,
                        "The read model does not follow; these figures are old. It keeps trying."),
                Attention.of(
                        "READ_MODEL_BEHIND",
                        behind > MUCH_BEHIND ? behind : 0,
                        "Records that the read model has still to read; these figures are old."),
                Attention.of(
                        "RECORD_SKIPPED",
                        unfinished.skipped(),
                        "Records could not be shown; they stay on their topics."),
                StepQueries.unowned(unfinished.unowned()),
                StepQueries.overdue(unfinished.overdue()),
                StepQueries.expired(unfinished.expired()),
                DeadQueries.attention(unfinished.dead()),
                InvalidQueries.attention(unfinished.invalid()),
                LaneQueries.attention(troubled));
    }
}
