package eu.estafette.hub.router.store;

import eu.estafette.contract.message.HeldRole;
import eu.estafette.contract.message.LineEffects;
import eu.estafette.contract.message.RestingPhase;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a line brought about, within the entry of its object. */
final class EffectsCodec {

    private EffectsCodec() {}

    static @Nullable LineEffects write(Effects effects) {
        if (effects.equals(Effects.NONE)) {
            return null;
        }
        return LineEffects.newBuilder()
                .setWas(effects.was().name())
                .setHandover(effects.handover())
                .setRows(effects.rows())
                .setClosed(effects.closed().stream().map(StepCodec::write).toList())
                .setRest(effects.rest()
                        .map(rest -> new RestingPhase(rest.row(), rest.phase().name(), rest.at()))
                        .orElse(null))
                .setClaims(effects.claims().stream().map(WaitingCodec::write).toList())
                .setReferrer(effects.referrer().map(EffectsCodec::write).orElse(null))
                .setStarted(TimersCodec.write(effects.started()))
                .setStopped(TimersCodec.write(effects.stopped()))
                .build();
    }

    static Effects read(@Nullable LineEffects effects) {
        if (effects == null) {
            return Effects.NONE;
        }
        return new Effects(
                Phase.valueOf(effects.getWas()),
                effects.getHandover(),
                effects.getRows(),
                effects.getClosed().stream().map(StepCodec::read).toList(),
                Optional.ofNullable(effects.getRest())
                        .map(rest -> new Effects.Rest(rest.getRow(), Phase.valueOf(rest.getPhase()), rest.getAt())),
                effects.getClaims().stream().map(WaitingCodec::read).toList(),
                Optional.ofNullable(effects.getReferrer())
                        .map(held -> HeadCodec.recipient(held.getParty(), held.getPerson())),
                TimersCodec.read(effects.getStarted()),
                TimersCodec.read(effects.getStopped()));
    }

    private static HeldRole write(Recipient referrer) {
        return new HeldRole(
                Role.REFERRER.name(),
                referrer.party().value(),
                referrer.person().orElse(null),
                null,
                null);
    }
}
