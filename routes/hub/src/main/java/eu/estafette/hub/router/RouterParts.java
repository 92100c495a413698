package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.decision.Decision;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.state.KeyValueStore;

/** What the router is made of, put together once and shared by its tasks. */
public final class RouterParts {

    private final Decision.Function decisions;
    private final InstantSource clock;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;
    private final ObjectCodec objects;
    private final EventReader events;
    private final NoticeWriter notices;
    private final JournalWriter journal;
    private final OutgoingWriter outgoing;

    /** @param caseWide whether a step of this code belongs to the case instead of an object */
    public RouterParts(
            Decision.Function decisions,
            Predicate<String> caseWide,
            Tokens tokens,
            Contracts contracts,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            InstantSource clock) {
        var payloads = new PayloadCodec(contracts);
        this.decisions = decisions;
        this.clock = clock;
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.objects = new ObjectCodec(contracts, payloads);
        this.events = new EventReader(payloads, tokens);
        this.notices = new NoticeWriter(contracts, payloads, tokens);
        this.journal = new JournalWriter(tokens, caseWide);
        this.outgoing = new OutgoingWriter(serializer);
    }

    CaseEvent decode(byte[] value) {
        return (CaseEvent) deserializer.deserialize(Topics.EVENTS, value);
    }

    CaseStore caseStore(KeyValueStore<String, byte[]> entries) {
        return new CaseStore(
                entries,
                serializer::serialize,
                (topic, bytes) -> (CaseEntry) deserializer.deserialize(topic, bytes),
                objects);
    }

    Decision.Function decisions() {
        return decisions;
    }

    InstantSource clock() {
        return clock;
    }

    EventReader events() {
        return events;
    }

    NoticeWriter notices() {
        return notices;
    }

    JournalWriter journal() {
        return journal;
    }

    OutgoingWriter outgoing() {
        return outgoing;
    }
}
