package eu.estafette.hub.router.store;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import java.util.Optional;

/** Steps in the case store: those that are open, and those that a line closed and might have to give back. */
final class StepCodec {

    private StepCodec() {}

    static eu.estafette.contract.message.OpenStep write(OpenStep step) {
        return eu.estafette.contract.message.OpenStep.newBuilder()
                .setCode(step.code())
                .setObjectFamily(step.object().family())
                .setObjectKey(step.object().key())
                .setOwner(step.owner().name())
                .setParty(step.holder().party().value())
                .setPerson(step.holder().person().orElse(null))
                .setDue(step.due().orElse(null))
                .setState(step.state().name())
                .setOpenedOn(step.openedOn())
                .setRule(step.rule().orElse(null))
                .setNotice(step.notice().orElse(null))
                .setPassed(step.passed().stream().map(Enum::name).toList())
                .setEvent(step.event())
                .setAsker(step.asker().map(Enum::name).orElse(null))
                .setOverdue(step.overdue())
                .build();
    }

    static OpenStep read(eu.estafette.contract.message.OpenStep step) {
        return new OpenStep(
                step.getCode(),
                new ObjectKey(step.getObjectFamily(), step.getObjectKey()),
                Role.valueOf(step.getOwner()),
                HeadCodec.recipient(step.getParty(), step.getPerson()),
                Optional.ofNullable(step.getDue()),
                OpenStep.State.valueOf(step.getState()),
                step.getOpenedOn(),
                Optional.ofNullable(step.getRule()),
                Optional.ofNullable(step.getNotice()),
                Optional.ofNullable(step.getAsker()).map(Role::valueOf),
                step.getEvent(),
                step.getPassed().stream().map(Role::valueOf).toList(),
                step.getOverdue());
    }
}
