package eu.estafette.hub.router.message;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Topics;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/** Encodes what is sent when a case goes to another subject key, and when something goes after it. */
public final class MoveWriter {

    /** What fits on a topic, less what key and headers take. */
    static final int LIMIT_BYTES = 4 * 1024 * 1024 - 16 * 1024;

    private final Serializer<SpecificRecord> serializer;
    private final OutgoingWriter outgoing;

    public MoveWriter(Serializer<SpecificRecord> serializer) {
        this.serializer = serializer;
        this.outgoing = new OutgoingWriter(serializer);
    }

    /**
     * {@code case.moved}.
     *
     * @throws UndecidableException if the case is too large for one record
     */
    public Outgoing move(SubjectKey from, SubjectKey to, CaseId file, List<ByteBuffer> entries, Instant now) {
        CaseMoved moved = moved(from, to, file, entries, now);
        byte[] value = serializer.serialize(Topics.EVENTS, moved);
        int size = value.length;
        if (size > LIMIT_BYTES) {
            throw new UndecidableException(
                    "CASE_TOO_LARGE",
                    "the case takes " + size + " bytes and at most " + LIMIT_BYTES
                            + " can go to another number; it stays where it is");
        }
        return new Outgoing(Topics.EVENTS, to.hex(), value, EventHeaders.of(moved, file.value()));
    }

    /** The same of a case that came as one record already, and so fits one. */
    public Outgoing pass(SubjectKey from, SubjectKey to, CaseId file, List<ByteBuffer> entries, Instant now) {
        CaseMoved moved = moved(from, to, file, entries, now);
        byte[] value = serializer.serialize(Topics.EVENTS, moved);
        return new Outgoing(Topics.EVENTS, to.hex(), value, EventHeaders.of(moved, file.value()));
    }

    private static CaseMoved moved(SubjectKey from, SubjectKey to, CaseId file, List<ByteBuffer> entries, Instant now) {
        byte[] name = String.join("|", file.value(), from.hex(), to.hex(), now.toString())
                .getBytes(StandardCharsets.UTF_8);
        return new CaseMoved(UUID.nameUUIDFromBytes(name).toString(), from.hex(), now, entries);
    }

    /** The event as it came, and for whoever asks that it is under way; said once, where it was accepted. */
    public List<Outgoing> forward(Incoming incoming, CaseEvent event, SubjectKey to, Instant now) {
        List<Outgoing> out = new ArrayList<>();
        out.add(new Outgoing(Topics.EVENTS, to.hex(), incoming.value(), Forwarding.mark(incoming)));
        if (Forwarding.origin(incoming.headers()).isEmpty()) {
            JournalEntry entry = EventEntries.of(event, DecisionWriter.place(incoming, event), now)
                    .setKind("FORWARDED")
                    .setState("ACCEPTED")
                    .build();
            out.add(outgoing.journal(incoming.key(), entry));
        }
        return out;
    }
}
