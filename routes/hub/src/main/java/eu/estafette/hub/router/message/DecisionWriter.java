package eu.estafette.hub.router.message;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.decider.Cascade;
import eu.estafette.domain.decider.Cascade.Decided;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.hub.router.message.Forwarding.Origin;
import eu.estafette.hub.router.store.Place;
import eu.estafette.hub.router.store.Provenance;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.kit.token.Tokens.NoticeRef;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;

/** Encodes all that follows from decisions: notices for their lanes, what became of each event for the journal. */
public final class DecisionWriter {

    private final EventWriter events;
    private final NoticeWriter notices;
    private final JournalWriter journal;
    private final OutgoingWriter outgoing;
    private final RecallWriter recalls;

    /** @param caseWide whether a step of this code belongs to the case instead of an object */
    public DecisionWriter(
            Contracts contracts,
            PayloadCodec payloads,
            Tokens tokens,
            Predicate<String> caseWide,
            Serializer<SpecificRecord> serializer) {
        this.events = new EventWriter(contracts, payloads);
        this.notices = new NoticeWriter(contracts, payloads, tokens);
        this.journal = new JournalWriter(tokens, caseWide);
        this.outgoing = new OutgoingWriter(serializer);
        this.recalls = new RecallWriter(tokens, outgoing);
    }

    /**
     * What the decisions of one event have in common.
     *
     * @param from   where the case comes from
     * @param places of the events that are decided in it
     */
    public record Turn(
            SubjectKey subject, Provenance from, Optional<Sealed> identity, Map<EventName, Place> places, Instant now) {

        /** The id of a notice of the case; of one that was sent elsewhere it does not hold this subject. */
        String noticeId(Tokens tokens, int sequence, String party) {
            NoticeRef notice = from.ref(sequence, subject);
            return tokens.noticeId(notice.subject(), notice.sequence(), party);
        }

        JournalEntry.Builder entry(eu.estafette.domain.event.CaseEvent event) {
            return EventEntries.of(event, Objects.requireNonNull(places.get(EventName.of(event))), now);
        }
    }

    /** @param first the journal entry of the event that came, begun with it; the others were held */
    public List<Outgoing> write(Turn turn, JournalEntry.Builder first, Cascade.Result result) {
        List<Outgoing> out = new ArrayList<>();
        Decided came = result.decided().getFirst();
        List<Decided> held = result.decided().subList(1, result.decided().size());
        Optional<HoldReview> review = HoldReview.in(came.event());
        review.flatMap(HoldReview::reason).ifPresent(first::setDetail);
        write(turn, first, came, out);
        review.filter(ignored -> !held.isEmpty())
                .map(said -> said.onRecord(turn.entry(held.getFirst().event())))
                .ifPresent(entry -> out.add(journal(turn, journal.named(entry, turn.subject(), result.after()))));
        held.forEach(decided -> write(turn, turn.entry(decided.event()), decided, out));
        return out;
    }

    /** All of these events were held. */
    public List<Outgoing> write(Turn turn, Cascade.Result result) {
        List<Outgoing> out = new ArrayList<>();
        result.decided().forEach(decided -> write(turn, turn.entry(decided.event()), decided, out));
        return out;
    }

    private void write(Turn turn, JournalEntry.Builder entry, Decided decided, List<Outgoing> out) {
        switch (decided) {
            case Decided.Well(var event, Decision decision) -> {
                AnswerGiven.in(event).ifPresent(entry::setAnswer);
                write(turn, entry, event.id(), decision, out);
            }
            case Decided.Badly badly -> invalid(turn, entry, badly, out);
        }
    }

    private void write(Turn turn, JournalEntry.Builder entry, String event, Decision decision, List<Outgoing> out) {
        List<Notice> sent = notices(turn, decision);
        sent.forEach(notice -> out.addAll(outgoing.notice(notice)));
        entry.setHolds(HoldWriter.journaled(decision.holds(), turn.places()));
        out.addAll(recalls(turn, decision, event));
        out.add(journal(turn, journal.decided(entry, turn, decision, sent)));
        decision.expired().forEach(held -> out.add(expired(turn, decision.after(), held)));
        HoldWriter.settled(decision)
                .forEach((cause, reason) -> Optional.ofNullable(turn.places().get(EventName.of(cause)))
                        .map(place -> EventEntries.of(cause, place, turn.now()))
                        .ifPresent(told -> out.add(
                                journal(turn, journal.settled(told, turn.subject(), decision.after(), reason)))));
    }

    private List<Notice> notices(Turn turn, Decision decision) {
        return decision.after().stream()
                .flatMap(after -> decision.notices().stream().map(draft -> notices.write(turn, after, draft)))
                .toList();
    }

    /** That a case is here from now on, and what follows from that. */
    public List<Outgoing> arrived(Turn turn, Joining.Joined joined, String cause) {
        List<Notice> sent = notices(turn, joined.decision());
        List<Outgoing> out = new ArrayList<>(List.of(journal(turn, journal.arrived(turn, joined, sent))));
        sent.forEach(notice -> out.addAll(outgoing.notice(notice)));
        out.addAll(recalls(turn, joined.decision(), cause));
        return out;
    }

    /** Asks back what a decision asks back. */
    private List<Outgoing> recalls(Turn turn, Decision decision, String cause) {
        return decision.after().stream()
                .flatMap(after -> decision.recalls().stream().map(recall -> recalls.write(turn, after, recall, cause)))
                .toList();
    }

    private void invalid(Turn turn, JournalEntry.Builder entry, Decided.Badly badly, List<Outgoing> out) {
        Place place = Objects.requireNonNull(turn.places().get(EventName.of(badly.event())));
        CaseEvent original = events.write(badly.event(), place.acceptedAt());
        out.add(outgoing.invalid(
                new Incoming(
                        turn.subject().hex(),
                        Objects.requireNonNull(
                                outgoing.event(turn.subject().hex(), original).value()),
                        new RecordHeaders(),
                        place.partition(),
                        place.offset()),
                code(badly.failure()),
                badly.failure()));
        out.add(journal(turn, invalid(entry, badly.failure())));
    }

    /** Of an event that waited long enough for what it needs, in vain. */
    public Outgoing expired(Turn turn, Optional<Case> file, HeldEvent held) {
        return journal(turn, journal.expired(turn.entry(held.event()), turn.subject(), file, held));
    }

    /** An event that the hub itself raises. */
    public Outgoing raised(SubjectKey subject, eu.estafette.domain.event.CaseEvent event, Instant now) {
        return outgoing.event(subject.hex(), events.write(event, now));
    }

    /** An event that could not be read, decided or encoded; one that cannot be read has no journal entry. */
    public List<Outgoing> invalid(Incoming incoming, Optional<CaseEvent> event, RuntimeException failure, Instant now) {
        List<Outgoing> out = new ArrayList<>(List.of(outgoing.invalid(incoming, code(failure), failure)));
        event.map(known -> EventEntries.of(known, place(incoming, known), now))
                .ifPresent(entry -> out.add(outgoing.journal(incoming.key(), invalid(entry, failure))));
        return out;
    }

    /** Where an event was accepted, which of one that was forwarded is not where it comes from now. */
    public static Place place(Incoming incoming, CaseEvent event) {
        Origin origin = Forwarding.origin(incoming.headers())
                .orElseGet(() -> new Origin(incoming.partition(), incoming.offset()));
        return new Place(event.getParty(), origin.partition(), origin.offset(), event.getRecordedTime());
    }

    public static String code(RuntimeException failure) {
        return failure instanceof UndecidableException undecidable ? undecidable.code() : "UNREADABLE";
    }

    private static JournalEntry invalid(JournalEntry.Builder entry, RuntimeException failure) {
        return JournalWriter.invalid(entry, code(failure), OutgoingWriter.sentence(failure));
    }

    private Outgoing journal(Turn turn, JournalEntry entry) {
        return outgoing.journal(turn.subject().hex(), entry);
    }
}
