package eu.estafette.connector.magda;

import eu.estafette.connector.magda.Told.State;
import eu.estafette.kit.employment.WorkRelation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an answer has that was not told before. Only a declared end is an end: a planned one that passed ends nothing.
 *
 * @param since when the subscription began; what was over before is history
 */
record Difference(LocalDate since) {

    /** What is to be told, in this order. */
    enum Move {
        STARTED,
        /** Began, in words that were changed since: what was said of the beginning at the time is the newer word. */
        HAD_STARTED,
        REOPENED,
        CHANGED,
        ENDED,
        CANCELLED
    }

    /** An employment that is in the answer, whole. */
    List<Move> of(Optional<Told> before, WorkRelation now) {
        Optional<Told> told = before.filter(Told::wasTold);
        if (told.isPresent()) {
            return known(told.get(), now);
        }
        boolean refusedAlready = before.filter(known -> known.state() == State.REFUSED)
                .filter(known -> known.said().equals(said(now)) && known.end().equals(end(now)))
                .isPresent();
        if (refusedAlready || isHistory(now)) {
            return List.of();
        }
        return isEnded(now) ? List.of(Move.HAD_STARTED, Move.ENDED) : List.of(Move.STARTED);
    }

    private static List<Move> known(Told told, WorkRelation now) {
        boolean cancelled = told.state() == State.CANCELLED;
        if (now.cancelled()) {
            return cancelled ? List.of() : List.of(Move.CANCELLED);
        }
        if (cancelled) {
            return List.of(Move.STARTED);
        }
        return isEnded(now) ? ended(told, now) : runs(told, now);
    }

    private static List<Move> ended(Told told, WorkRelation now) {
        List<Move> moves = new ArrayList<>();
        if (!told.said().equals(said(now))) {
            moves.add(Move.CHANGED);
        }
        if (told.state() != State.ENDED || !told.end().equals(end(now))) {
            moves.add(Move.ENDED);
        }
        return moves;
    }

    /** A change after an end leaves it ended, unless the end is gone. */
    private static List<Move> runs(Told told, WorkRelation now) {
        boolean other = !told.said().equals(said(now));
        boolean otherEnd = !told.end().equals(end(now));
        if (told.state() != State.ENDED) {
            return other || otherEnd ? List.of(Move.CHANGED) : List.of();
        }
        List<Move> moves = new ArrayList<>();
        if (end(now).isEmpty()) {
            moves.add(Move.REOPENED);
        }
        if (other) {
            moves.add(Move.CHANGED);
        }
        if (otherEnd && end(now).isPresent()) {
            moves.add(Move.ENDED);
        }
        return moves;
    }

    /** What is remembered when the moves were told. */
    State stateAfter(Optional<Told> before, WorkRelation now, List<Move> moves) {
        Optional<Told> told = before.filter(Told::wasTold);
        if (moves.isEmpty() && told.isEmpty()) {
            return isHistory(now) ? State.SILENT : State.REFUSED;
        }
        if (now.cancelled()) {
            return State.CANCELLED;
        }
        boolean stays = told.filter(known -> known.state() == State.ENDED).isPresent() && end(now).isPresent();
        return isEnded(now) || stays ? State.ENDED : State.RUNNING;
    }

    private boolean isHistory(WorkRelation now) {
        return now.cancelled() || end(now).filter(end -> end.isBefore(since)).isPresent();
    }

    private static boolean isEnded(WorkRelation now) {
        return now.action().equals("O");
    }

    private static Optional<LocalDate> end(WorkRelation now) {
        return now.period().end();
    }

    /** All that a party would see of it, apart from the end. */
    static String said(WorkRelation now) {
        return String.join(
                "|",
                now.employer().company().orElse(""),
                now.employer().socialSecurity().orElse(""),
                now.period().begin().map(LocalDate::toString).orElse(""),
                now.period().time().orElse(""),
                now.workerType().orElse(""),
                now.jointCommission().orElse(""));
    }
}
