package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decider.Cascade;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decider.Renumbering;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.hub.router.message.DecisionWriter;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.MoveWriter;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.Alias;
import eu.estafette.hub.router.store.CaseCodec;
import eu.estafette.hub.router.store.Place;
import eu.estafette.hub.router.store.Provenance;
import eu.estafette.hub.router.store.StoredSubject;
import eu.estafette.hub.router.store.StoredSubject.EventName;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Identities;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a case to another subject key when its person is renumbered (decision 13).
 *
 * <pre>
 *   old key                                       new key
 *   case ── person.renumbered ──► alias           none ── case.moved ──► the case
 *                │                                case ── case.moved ──► the older of the two
 *                └─ whatever comes ─────────────► decided after case.moved: one producer, one partition
 * </pre>
 *
 * The old key's transaction holds the removal, the alias and {@code case.moved}; the new key's takes the case in.
 */
final class CaseMover {

    private static final Logger log = LoggerFactory.getLogger(CaseMover.class);

    private final Joining joining;
    private final Cascade decisions;
    private final Due due;
    private final Tokens tokens;
    private final CaseCodec cases;
    private final DecisionWriter decided;
    private final MoveWriter moves;

    CaseMover(
            Joining joining,
            Cascade decisions,
            Due due,
            Tokens tokens,
            CaseCodec cases,
            DecisionWriter decided,
            MoveWriter moves) {
        this.joining = joining;
        this.decisions = decisions;
        this.due = due;
        this.tokens = tokens;
        this.cases = cases;
        this.decided = decided;
        this.moves = moves;
    }

    /** What came under another number of the person does not say by which number the person goes here. */
    static Optional<Sealed> identity(StoredSubject before, CaseEvent event, EventType type, Incoming incoming) {
        Optional<Sealed> told = Optional.ofNullable(event.getIdentity());
        boolean other = type == EventType.PERSON_RENUMBERED || incoming.isForwarded();
        return other ? before.identity().or(() -> told) : told.or(before::identity);
    }

    /** Sends an event after its case. Until it is decided there, the sender may know that it is under way. */
    Effects forward(SubjectKey subject, StoredSubject before, CaseEvent event, Incoming incoming, Instant now) {
        Alias alias = before.alias().orElseThrow();
        return new Effects(used(subject, before, alias, now), moves.forward(incoming, event, alias.to(), now));
    }

    /**
     * What becomes of a case after its decisions: it is kept here, or leaves for another key.
     *
     * @param was      the case before these decisions
     * @param after    what is to be kept of the subject
     * @param outgoing what the decisions send
     */
    Effects settle(
            SubjectKey subject,
            StoredSubject before,
            Optional<Case> was,
            StoredSubject after,
            List<Outgoing> outgoing,
            Instant now) {
        Optional<Fields> number = Renumbering.moves(was, after.file());
        Optional<SubjectKey> to = number.map(this::key).filter(key -> !key.equals(subject));
        if (to.isEmpty()) {
            return new Effects(Optional.of(Effects.Change.of(cases, subject, before, after)), outgoing);
        }
        Case file = after.file().orElseThrow();
        StoredSubject leaving = after.of(Optional.of(renumbered(after.identity(), number.orElseThrow())))
                .from(after.from().leaving(subject, file.id(), file.notices()));
        List<Outgoing> all = new ArrayList<>(outgoing);
        all.add(moves.move(subject, to.get(), file.id(), cases.entries(subject, leaving), now));
        return new Effects(
                Optional.of(Effects.Change.of(cases, subject, before, StoredSubject.gone(new Alias(to.get(), now)))),
                all);
    }

    /** Takes a case in that comes from another key, or sends it on to where the case of this key went. */
    Effects arrive(SubjectKey subject, StoredSubject here, CaseMoved record, Instant now) {
        StoredSubject moved = cases.subject(record.getEntries());
        Optional<Alias> alias = here.alias();
        // a case that comes back to where it was stays: to send it after itself would never end
        if (alias.isPresent() && !moved.from().knows(alias.get().to())) {
            StoredSubject passing = moved.from(moved.from().passing(subject));
            Case file = moved.file().orElseThrow();
            var onward = moves.pass(subject, alias.get().to(), file.id(), cases.entries(subject, passing), now);
            return new Effects(used(subject, here, alias.get(), now), List.of(onward));
        }
        Joining.Joined joined = joining.join(here.file(), moved.file().orElseThrow(), now);
        Cascade.Result result = decisions.goOn(joined.decision(), here.anteroom(), now);
        Map<EventName, Place> places = new HashMap<>(moved.places());
        places.putAll(here.places());
        Provenance from = from(subject, here, moved, joined);
        Optional<Sealed> identity = here.identity().or(moved::identity);
        var turn = new DecisionWriter.Turn(subject, from, identity, places, now);
        List<Outgoing> outgoing = decided.arrived(turn, joined, record.getId());
        outgoing.addAll(decided.write(turn, result));
        StoredSubject after = here.of(identity).from(from).with(result.after(), result.anteroom(), places, due);
        try {
            return settle(subject, here, Optional.of(joined.file()), after, outgoing, now);
        } catch (UndecidableException tooLarge) {
            // the case is nowhere else any more: it is kept, and the next event that makes it grow is told
            log.atWarn()
                    .addKeyValue("subject", subject)
                    .addKeyValue("code", tooLarge.code())
                    .log("a case that moved here is larger than it should be");
            var entries = cases.changesOfAnySize(subject, here, after);
            return new Effects(Optional.of(new Effects.Change(subject, here, after, entries)), outgoing);
        }
    }

    private static Provenance from(SubjectKey subject, StoredSubject here, StoredSubject moved, Joining.Joined joined) {
        if (joined.gone().isEmpty()) {
            return moved.from();
        }
        Case stood = here.file().orElseThrow();
        Provenance local = here.from().leaving(subject, stood.id(), stood.notices());
        Joining.Gone gone = joined.gone().get();
        return gone.id().equals(stood.id())
                ? moved.from().takingOver(local, gone.noticesFrom())
                : local.takingOver(moved.from(), gone.noticesFrom());
    }

    private Optional<Effects.Change> used(SubjectKey subject, StoredSubject before, Alias alias, Instant now) {
        Alias used = alias.used(now);
        return used.equals(alias)
                ? Optional.empty()
                : Optional.of(Effects.Change.of(cases, subject, before, StoredSubject.gone(used)));
    }

    private SubjectKey key(Fields number) {
        return tokens.subjectKey(
                number.text("scheme").orElseThrow(), number.text("number").orElseThrow());
    }

    private static Sealed renumbered(Optional<Sealed> identity, Fields number) {
        Identity who = identity.map(Identities::unseal).orElseGet(() -> new Identity(null, null, null, null));
        who.setScheme(number.text("scheme").orElseThrow());
        who.setNumber(number.text("number").orElseThrow());
        return Identities.seal(who);
    }
}
