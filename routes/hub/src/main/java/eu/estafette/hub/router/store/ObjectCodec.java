package eu.estafette.hub.router.store;

import eu.estafette.contract.message.Asker;
import eu.estafette.contract.message.ObjectEntry;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.Role;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.util.Optional;

/** The entries {@code object/<family>/<key>} of the case store. */
final class ObjectCodec {

    private final LineCodec lines;

    ObjectCodec(Contracts contracts, PayloadCodec payloads) {
        this.lines = new LineCodec(contracts, payloads);
    }

    ObjectEntry write(CaseObject object) {
        return ObjectEntry.newBuilder()
                .setFamily(object.key().family())
                .setKey(object.key().key())
                .setOpen(object.open())
                .setAsker(object.asker().map(ObjectCodec::write).orElse(null))
                .setLines(object.lines().stream().map(lines::write).toList())
                .setChangedOn(object.changedOn())
                .build();
    }

    CaseObject read(ObjectEntry entry) {
        return new CaseObject(
                new ObjectKey(entry.getFamily(), entry.getKey()),
                entry.getOpen(),
                Optional.ofNullable(entry.getAsker()).map(ObjectCodec::read),
                entry.getLines().stream().map(lines::read).toList(),
                entry.getChangedOn());
    }

    private static Asker write(RoleHolder asker) {
        return new Asker(
                asker.role().name(),
                asker.holder().party().value(),
                asker.holder().person().orElse(null),
                asker.coachKind().map(Enum::name).orElse(null));
    }

    private static RoleHolder read(Asker asker) {
        return new RoleHolder(
                Role.valueOf(asker.getRole()),
                HeadCodec.recipient(asker.getParty(), asker.getPerson()),
                Optional.ofNullable(asker.getCoachKind()).map(CoachKind::valueOf),
                Optional.empty());
    }
}
