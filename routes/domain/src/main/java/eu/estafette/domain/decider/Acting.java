package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Receiver;
import eu.estafette.domain.table.Row;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Opens the steps of the act rows that fire. */
final class Acting {

    private final DueDates dueDates;
    private final Turn turn;
    private final Offers offers;

    Acting(DueDates dueDates, Turn turn, Offers offers) {
        this.dueDates = dueDates;
        this.turn = turn;
        this.offers = offers;
    }

    void act(List<Row> firing) {
        for (Row row : firing) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Act(String code)) {
                    step(row, code).ifPresent(offers::opened);
                }
            }
        }
    }

    /** What a row that fires asks for; nothing where nobody needs to act. */
    Optional<OpenStep> step(Row row, String code) {
        return owner(row).map(owner -> step(row, code, owner));
    }

    /** The first present; nobody only where the chain ends so on purpose. */
    private Optional<Holding> owner(Row row) {
        Receivers receivers = Receivers.of(turn);
        for (Receiver receiver : row.who().chain().receivers()) {
            Optional<Holding> present = receivers.first(receiver);
            if (present.isPresent()) {
                return present;
            }
        }
        return Optional.empty();
    }

    private OpenStep step(Row row, String code, Holding owner) {
        Optional<LocalDate> due = owner.isOperator()
                ? Optional.empty()
                : Optional.of(dueDates.of(row.within(), turn.content(), turn.today()));
        return new OpenStep(
                code,
                turn.object(),
                owner.role(),
                owner.recipient(),
                due,
                OpenStep.State.OFFERED,
                turn.today(),
                Optional.of(row.id()),
                Optional.empty(),
                turn.speaker().role(),
                turn.draft().sequence(),
                List.of());
    }
}
