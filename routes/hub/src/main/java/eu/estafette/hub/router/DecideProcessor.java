package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.hub.router.JournalWriter.Position;
import eu.estafette.kit.token.SubjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thin shell around the decision: reads, decides, encodes everything that follows, and only then stores and forwards. So an event that
 * cannot be read, decided or encoded leaves no trace but its entry on the Invalid Message Channel, and the next one goes on. All effects of
 * one event are in one Kafka transaction with its offset.
 */
final class DecideProcessor implements Processor<String, byte[], String, Outgoing> {

    static final String STORE = "cases";

    private static final Logger log = LoggerFactory.getLogger(DecideProcessor.class);

    private final RouterParts parts;
    private @Nullable ProcessorContext<String, Outgoing> context;
    private @Nullable CaseStore cases;

    DecideProcessor(RouterParts parts) {
        this.parts = parts;
    }

    @Override
    public void init(ProcessorContext<String, Outgoing> newContext) {
        context = newContext;
        cases = parts.caseStore(newContext.getStateStore(STORE));
    }

    @Override
    public void process(Record<String, byte[]> record) {
        Position position = position();
        @Nullable CaseEvent event = null;
        Effects effects;
        try {
            event = parts.decode(record.value());
            effects = decide(new SubjectKey(record.key()), event, position);
        } catch (RuntimeException failure) {
            setAside(record, event, position, failure);
            return;
        }
        // outside the catch: what fails from here on is the task's trouble, not the record's, and must abort the
        // transaction
        store().apply(effects.entries());
        effects.outgoing().forEach(outgoing -> forward(record, outgoing));
    }

    private Effects decide(SubjectKey subject, CaseEvent event, Position position) {
        Instant now = parts.clock().instant();
        Optional<StoredCase> before = store().find(subject);
        Decision decision = parts.decisions()
                .decide(before.map(StoredCase::file), parts.events().read(event), now);
        Optional<Sealed> identity =
                Optional.ofNullable(event.getIdentity()).or(() -> before.flatMap(StoredCase::identity));

        List<Notice> notices = new ArrayList<>();
        List<KeyValue<String, byte[]>> entries = List.of();
        if (decision.after().isPresent()) {
            Case after = decision.after().get();
            decision.notices()
                    .forEach(draft -> notices.add(parts.notices().write(subject, after, identity, draft, now)));
            entries = store().changes(subject, before, after, identity);
        }
        JournalEntry entry = parts.journal().decided(subject, event, position, decision, notices, now);
        List<Outgoing> outgoing = new ArrayList<>();
        notices.forEach(notice -> outgoing.addAll(parts.outgoing().notice(notice)));
        outgoing.add(parts.outgoing().journal(subject.hex(), entry));
        return new Effects(entries, outgoing);
    }

    private void setAside(
            Record<String, byte[]> record, @Nullable CaseEvent event, Position position, RuntimeException failure) {
        String code = failure instanceof UndecidableException undecidable ? undecidable.code() : "UNREADABLE";
        log.atWarn()
                .addKeyValue("event", event == null ? "unreadable" : event.getId())
                .addKeyValue("partition", position.partition())
                .addKeyValue("offset", position.offset())
                .addKeyValue("code", code)
                .addKeyValue("failure", failure.getClass().getName())
                .log("event set aside as invalid");
        forward(record, parts.outgoing().invalid(record, position, code, failure));
        if (event != null) {
            JournalEntry entry = parts.journal()
                    .invalid(
                            event,
                            position,
                            code,
                            OutgoingWriter.sentence(failure),
                            parts.clock().instant());
            forward(record, parts.outgoing().journal(record.key(), entry));
        }
    }

    private void forward(Record<String, byte[]> input, Outgoing outgoing) {
        context().forward(new Record<>(outgoing.key(), outgoing, input.timestamp(), outgoing.headers()));
    }

    private Position position() {
        RecordMetadata metadata = context().recordMetadata().orElseThrow();
        return new Position(metadata.partition(), metadata.offset());
    }

    private ProcessorContext<String, Outgoing> context() {
        return java.util.Objects.requireNonNull(context);
    }

    private CaseStore store() {
        return java.util.Objects.requireNonNull(cases);
    }

    private record Effects(List<KeyValue<String, byte[]>> entries, List<Outgoing> outgoing) {}
}
