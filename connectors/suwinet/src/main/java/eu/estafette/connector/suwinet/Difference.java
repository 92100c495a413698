package eu.estafette.connector.suwinet;

import eu.estafette.connector.suwinet.Told.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an answer has that was not told before. An employment that is gone without an end is no end and no withdrawal: it is unknown.
 *
 * @param since when the subscription began; what ended before is history
 */
record Difference(LocalDate since, LocalDate today) {

    /** What is to be told, in this order. */
    enum Move {
        STARTED,
        REOPENED,
        CHANGED,
        ENDED,
        END_CORRECTED
    }

    /** An employment that is in the answer. */
    List<Move> of(Optional<Told> before, Employment now) {
        Optional<Told> told = before.filter(Told::wasTold);
        if (told.isPresent()) {
            return known(told.get(), now);
        }
        boolean refusedAlready = before.filter(known -> known.state() == State.REFUSED)
                .filter(known -> known.employment().equals(now))
                .isPresent();
        if (refusedAlready || isHistory(now)) {
            return List.of();
        }
        return now.hasEnded(today) ? List.of(Move.STARTED, Move.ENDED) : List.of(Move.STARTED);
    }

    private boolean isHistory(Employment now) {
        return now.hasEnded(today) && now.end().orElseThrow().isBefore(since);
    }

    private List<Move> known(Told told, Employment now) {
        List<Move> moves = new ArrayList<>();
        boolean ended = told.state() == State.ENDED;
        boolean reopens = ended && !now.hasEnded(today);
        if (reopens) {
            moves.add(Move.REOPENED);
        }
        boolean otherEnd = !told.employment().end().equals(now.end());
        boolean otherPlan =
                otherEnd && !now.hasEnded(today) && (!reopens || now.end().isPresent());
        if (!told.employment().saysTheSame(now) || otherPlan) {
            moves.add(Move.CHANGED);
        }
        if (now.hasEnded(today)) {
            if (!ended) {
                moves.add(Move.ENDED);
            } else if (otherEnd) {
                moves.add(Move.END_CORRECTED);
            }
        }
        return moves;
    }

    /** What is remembered when the moves were told. */
    State stateAfter(Optional<Told> before, Employment now, List<Move> moves) {
        if (moves.isEmpty() && before.filter(Told::wasTold).isEmpty()) {
            return before.map(Told::state)
                    .filter(known -> known == State.REFUSED && !isHistory(now))
                    .orElse(State.SILENT);
        }
        return now.hasEnded(today) ? State.ENDED : State.RUNNING;
    }
}
