package eu.estafette.hub.router;

import eu.estafette.contract.message.Asker;
import eu.estafette.contract.message.LineEntry;
import eu.estafette.contract.message.LineVersion;
import eu.estafette.contract.message.ObjectEntry;
import eu.estafette.contract.message.Payload;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.Role;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** The entries {@code object/<family>/<key>} of the case store. */
final class ObjectCodec {

    private final Contracts contracts;
    private final PayloadCodec payloads;

    ObjectCodec(Contracts contracts, PayloadCodec payloads) {
        this.contracts = contracts;
        this.payloads = payloads;
    }

    ObjectEntry write(CaseObject object) {
        return ObjectEntry.newBuilder()
                .setFamily(object.key().family())
                .setKey(object.key().key())
                .setOpen(object.open())
                .setAsker(object.asker().map(ObjectCodec::write).orElse(null))
                .setLines(object.lines().stream().map(this::write).toList())
                .build();
    }

    CaseObject read(ObjectEntry entry) {
        return new CaseObject(
                new ObjectKey(entry.getFamily(), entry.getKey()),
                entry.getOpen(),
                Optional.ofNullable(entry.getAsker()).map(ObjectCodec::read),
                entry.getLines().stream().map(this::read).toList());
    }

    private LineEntry write(LineHistory history) {
        return LineEntry.newBuilder()
                .setSource(history.line().source())
                .setType(history.line().type().shortName())
                .setBusinessKey(history.line().businessKey())
                .setContent(content(history))
                .setVersions(history.versions().stream().map(ObjectCodec::write).toList())
                .build();
    }

    private LineHistory read(LineEntry entry) {
        return new LineHistory(
                new Line(
                        entry.getSource(),
                        EventType.ofShortName(entry.getType()).orElseThrow(),
                        entry.getBusinessKey()),
                Optional.ofNullable(entry.getContent())
                        .map(payload -> FieldsCodec.toFields(payloads.read(payload)))
                        .orElse(Fields.NONE),
                entry.getVersions().stream().map(ObjectCodec::read).toList());
    }

    private @Nullable Payload content(LineHistory history) {
        if (history.content().values().isEmpty()) {
            return null;
        }
        Schema contract =
                contracts.latest("event/" + history.line().type().shortName()).schema();
        return payloads.write(FieldsCodec.toRecord(contract, history.content()));
    }

    private static LineVersion write(LineHistory.Version version) {
        return new LineVersion(
                version.action().name(),
                version.version(),
                ByteBuffer.wrap(HexFormat.of().parseHex(version.digest())));
    }

    private static LineHistory.Version read(LineVersion version) {
        byte[] digest = new byte[version.getDigest().remaining()];
        version.getDigest().duplicate().get(digest);
        return new LineHistory.Version(
                Action.valueOf(version.getAction()),
                version.getVersion(),
                HexFormat.of().formatHex(digest));
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
