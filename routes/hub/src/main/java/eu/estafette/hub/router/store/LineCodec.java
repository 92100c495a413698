package eu.estafette.hub.router.store;

import eu.estafette.contract.message.LineEntry;
import eu.estafette.contract.message.LineVersion;
import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.ToldMessage;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What a line has told and brought about, within the entry of its object. */
final class LineCodec {

    private final Contracts contracts;
    private final PayloadCodec payloads;

    LineCodec(Contracts contracts, PayloadCodec payloads) {
        this.contracts = contracts;
        this.payloads = payloads;
    }

    LineEntry write(LineHistory history) {
        return LineEntry.newBuilder()
                .setSource(history.line().source())
                .setType(history.line().type().shortName())
                .setBusinessKey(history.line().businessKey())
                .setLatest(content(history.line(), history.latest()))
                .setEarlier(content(history.line(), history.earlier()))
                .setEarlierAt(history.earlierAt())
                .setVersions(history.versions().stream().map(LineCodec::write).toList())
                .setTold(history.told().map(LineCodec::write).orElse(null))
                .setEffects(EffectsCodec.write(history.effects()))
                .build();
    }

    LineHistory read(LineEntry entry) {
        return new LineHistory(
                new Line(
                        entry.getSource(),
                        EventType.ofShortName(entry.getType()).orElseThrow(),
                        entry.getBusinessKey()),
                fields(entry.getLatest()),
                fields(entry.getEarlier()),
                entry.getEarlierAt(),
                entry.getVersions().stream().map(LineCodec::read).toList(),
                Optional.ofNullable(entry.getTold()).map(LineCodec::read),
                EffectsCodec.read(entry.getEffects()));
    }

    private Fields fields(@Nullable Payload content) {
        return content == null ? Fields.NONE : FieldsCodec.toFields(payloads.read(content));
    }

    private static ToldMessage write(Told told) {
        return new ToldMessage(
                told.id(),
                told.by(),
                told.time(),
                told.occurredOn(),
                told.action().name(),
                told.version(),
                told.since(),
                told.at());
    }

    private static Told read(ToldMessage told) {
        return new Told(
                told.getId(),
                told.getBy(),
                told.getTime(),
                told.getOccurredOn(),
                Action.valueOf(told.getAction()),
                told.getVersion(),
                told.getSince(),
                told.getAt());
    }

    private @Nullable Payload content(Line line, Fields content) {
        if (content.values().isEmpty()) {
            return null;
        }
        Schema contract = contracts.latest("event/" + line.type().shortName()).schema();
        return payloads.write(FieldsCodec.toRecord(contract, content));
    }

    private static LineVersion write(LineHistory.Version version) {
        return new LineVersion(
                version.action().name(),
                version.version(),
                ByteBuffer.wrap(HexFormat.of().parseHex(version.digest())),
                version.at());
    }

    private static LineHistory.Version read(LineVersion version) {
        byte[] digest = new byte[version.getDigest().remaining()];
        version.getDigest().duplicate().get(digest);
        return new LineHistory.Version(
                Action.valueOf(version.getAction()),
                version.getVersion(),
                HexFormat.of().formatHex(digest),
                version.getAt());
    }
}
