package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Chain;
import eu.estafette.domain.table.Receiver;
import eu.estafette.domain.table.Row;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Moves an open step to another owner: along its chain, past those who had their turn. */
final class Moves {

    private static final String STEP_CARD = "step-card";

    private final Catalogue catalogue;
    private final Turn turn;
    private final Outbox outbox;
    private final Offers offers;

    Moves(Catalogue catalogue, Turn turn, Outbox outbox, Offers offers) {
        this.catalogue = catalogue;
        this.turn = turn;
        this.outbox = outbox;
        this.offers = offers;
    }

    /** The row that opened a step, if the table still has it. */
    Optional<Row> row(OpenStep step) {
        return step.rule().flatMap(turn.table()::row);
    }

    /** Whom a step may go to, in order. Without its row nobody knows, so it goes to the operators. */
    Chain chain(OpenStep step) {
        return row(step).map(row -> row.who().chain()).orElse(Chain.NONE);
    }

    /**
     * Who is next: the first present of the chain that is not among those passed, OPERATOR if there is none. Absent if the chain then ends in
     * NOBODY.
     */
    Optional<Holding> next(OpenStep step, Collection<Role> passed, Collection<Recipient> skipped) {
        Chain chain = chain(step);
        Optional<Holding> first = first(chain, step, passed, skipped);
        return first.isPresent() || chain.endsInNobody() ? first : Optional.of(Holding.OPERATOR);
    }

    /** The first present of a chain that is not among those passed. */
    Optional<Holding> first(Chain chain, OpenStep step, Collection<Role> passed, Collection<Recipient> skipped) {
        Receivers receivers = Receivers.about(turn, step.object());
        for (Receiver receiver : chain.receivers()) {
            for (Holding present : receivers.all(receiver)) {
                if (!passed.contains(present.role()) && !skipped.contains(present.recipient())) {
                    return Optional.of(present);
                }
            }
        }
        return Optional.empty();
    }

    void move(OpenStep step, Holding to, LocalDate due, List<Role> passed) {
        step.notice().ifPresent(notice -> outbox.recall(notice, RecallReason.MOVED));
        Optional<LocalDate> until = to.isOperator() ? Optional.empty() : Optional.of(due);
        offers.moved(Steps.ownedBy(step, to, until, passed));
    }

    void close(OpenStep step) {
        turn.draft().steps().remove(step);
        outbox.changed(step, StepChange.Change.CLOSED);
    }

    /** A former owner that is still on the case learns where the step went. */
    void tellFormer(OpenStep step, Holding to) {
        boolean stays =
                turn.draft().roles().stream().anyMatch(held -> held.holder().equals(step.holder()));
        if (stays) {
            tell(new Holding(step.owner(), step.holder()), Steps.ownedBy(step, to, Optional.empty(), List.of()));
        }
    }

    /** Shows somebody that there is a step and with whom, if its role may know. */
    void tell(Holding receiver, OpenStep step) {
        catalogue
                .views()
                .named(STEP_CARD)
                .filter(view -> turn.table().sight().mayRead(view, receiver.role()))
                .ifPresent(card -> outbox.inform(
                        receiver, card, Materials.ofStep(turn.event().line(), step), Optional.empty()));
    }
}
