package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.view.View;
import java.util.Optional;

/** Tells who caused a step what was answered. A register or the hub as sender is told nothing. */
final class AnswerCards {

    private final Turn turn;
    private final Outbox outbox;
    private final Materials materials;

    AnswerCards(Turn turn, Outbox outbox, Materials materials) {
        this.turn = turn;
        this.outbox = outbox;
        this.materials = materials;
    }

    void tellAsker(OpenStep step) {
        Receivers receivers = Receivers.about(turn, step.object());
        Optional<Holding> asker =
                step.asker().flatMap(role -> receivers.inRole(role).stream().findFirst());
        asker.ifPresent(this::tell);
    }

    private void tell(Holding asker) {
        Optional<View> view = turn.table().sight().widest(turn.event().type(), asker.role());
        view.ifPresent(found -> materials
                .ofEvent(found)
                .ifPresent(material -> outbox.inform(asker, found, material, Optional.empty())));
    }
}
