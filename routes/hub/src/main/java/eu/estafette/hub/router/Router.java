package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shell around the decision: reads an event and its case, has it decided, and encodes everything that follows before anything is
 * stored. So an event that cannot be read, decided or encoded leaves no trace but its place on the Invalid Message Channel. Whoever calls
 * this puts all effects of one event in one transaction with its offset.
 */
public final class Router {

    private static final Logger log = LoggerFactory.getLogger(Router.class);

    private final Decision.Function decisions;
    private final InstantSource clock;
    private final Deserializer<SpecificRecord> deserializer;
    private final EventReader events;
    private final CaseCodec cases;
    private final NoticeWriter notices;
    private final JournalWriter journal;
    private final OutgoingWriter outgoing;

    /** @param caseWide whether a step of this code belongs to the case instead of an object */
    public Router(
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
        this.deserializer = deserializer;
        this.events = new EventReader(payloads, tokens);
        this.cases = new CaseCodec(
                serializer::serialize,
                (topic, bytes) -> (CaseEntry) deserializer.deserialize(topic, bytes),
                new ObjectCodec(contracts, payloads));
        this.notices = new NoticeWriter(contracts, payloads, tokens);
        this.journal = new JournalWriter(tokens, caseWide);
        this.outgoing = new OutgoingWriter(serializer);
    }

    /**
     * Decides one event and changes the store accordingly.
     *
     * @return what must be sent, in this order
     * @throws RuntimeException only if the store fails: that is the caller's trouble, not the event's, and must abort its transaction
     */
    public List<Outgoing> route(CaseStore store, Incoming incoming) {
        @Nullable CaseEvent event = null;
        Effects effects;
        try {
            event = (CaseEvent) deserializer.deserialize(Topics.EVENTS, incoming.value());
            effects = decide(store, new SubjectKey(incoming.key()), event, incoming);
        } catch (RuntimeException failure) {
            return setAside(incoming, event, failure);
        }
        effects.change().ifPresent(change -> store.put(change.subject(), change.after(), change.entries()));
        return effects.outgoing();
    }

    private Effects decide(CaseStore store, SubjectKey subject, CaseEvent event, Incoming incoming) {
        Instant now = clock.instant();
        Optional<StoredCase> before = store.find(subject, cases);
        if (before.isEmpty() && event.getCaseRef() != null) {
            throw new UndecidableException(
                    "UNKNOWN_CASE", "the caseRef names no case of this hub, and a caseRef never opens one");
        }
        eu.estafette.domain.event.CaseEvent read = events.read(event);
        Decision decision = decisions.decide(before.map(StoredCase::file), read, now);
        Optional<Sealed> identity =
                Optional.ofNullable(event.getIdentity()).or(() -> before.flatMap(StoredCase::identity));

        List<Notice> sent = new ArrayList<>();
        Optional<Change> change = Optional.empty();
        if (decision.after().isPresent()) {
            Case after = decision.after().get();
            decision.notices().forEach(draft -> sent.add(notices.write(subject, after, identity, draft, now)));
            var stored = new StoredCase(after, identity);
            change = Optional.of(new Change(subject, stored, cases.changes(subject, before, stored)));
        }
        List<Outgoing> out = new ArrayList<>();
        sent.forEach(notice -> out.addAll(outgoing.notice(notice)));
        JournalEntry entry = journal.decided(subject, event, incoming, decision, sent, now);
        AnswerGiven.in(read).ifPresent(entry::setAnswer);
        out.add(outgoing.journal(incoming.key(), entry));
        return new Effects(change, out);
    }

    private List<Outgoing> setAside(Incoming incoming, @Nullable CaseEvent event, RuntimeException failure) {
        String code = failure instanceof UndecidableException undecidable ? undecidable.code() : "UNREADABLE";
        log.atWarn()
                .addKeyValue("event", event == null ? "unreadable" : event.getId())
                .addKeyValue("partition", incoming.partition())
                .addKeyValue("offset", incoming.offset())
                .addKeyValue("code", code)
                .addKeyValue("failure", failure.getClass().getName())
                .log("event set aside as invalid");
        Outgoing invalid = outgoing.invalid(incoming, code, failure);
        return event == null
                ? List.of(invalid)
                : List.of(
                        invalid,
                        outgoing.journal(
                                incoming.key(),
                                journal.invalid(
                                        event, incoming, code, OutgoingWriter.sentence(failure), clock.instant())));
    }

    private record Effects(Optional<Change> change, List<Outgoing> outgoing) {}

    private record Change(SubjectKey subject, StoredCase after, Map<String, byte[]> entries) {}
}
