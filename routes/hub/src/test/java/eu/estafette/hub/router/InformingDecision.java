package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Identity;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.ClockChanges;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.hub.router.store.FieldsCodec;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A decision that is easy to foresee: each event opens an object and informs one party of itself. Event {@code recalling} asks the first
 * notice back besides, {@code too-late} says that it has arrived; {@code undecidable} fails.
 */
final class InformingDecision implements Decision.Function {

    static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    static final PlainAvro AVRO = new PlainAvro();
    static final String RECEIVER = "jobcoach-noord";

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final SubjectKey subject = tokens.subjectKey("BSN", "999990342");

    SubjectKey subject() {
        return subject;
    }

    Router router() {
        return new Router(
                this,
                new Joining(ShippedRulesets.load(Catalogue.shipped()), NoParties.INSTANCE, Catalogue.shipped()),
                new Due(),
                code -> false,
                tokens,
                Contracts.shipped(),
                AVRO,
                AVRO,
                () -> NOW);
    }

    @Override
    public Decision decide(Optional<Case> before, eu.estafette.domain.event.CaseEvent event, Instant now) {
        if (event.id().equals("undecidable")) {
            throw new UndecidableException("NO_SUCH_THING", "made to fail");
        }
        boolean register = event.id().equals("REGISTER");
        Role role = List.of("WORKPLACE", "SPECIALIST", "REGISTER").contains(event.id())
                ? Role.valueOf(event.id())
                : Role.COACH_ORGANISATION;
        int sequence = before.map(Case::notices).orElse(0) + 1;
        var draft = new NoticeDraft(
                sequence,
                Recipient.of(new PartyId(RECEIVER)),
                role,
                Optional.empty(),
                new NoticeDraft.About(
                        event.id(),
                        event.type(),
                        "REFERRER",
                        event.occurredOn(),
                        event.action(),
                        event.businessKey(),
                        1),
                register ? "register-subscription" : "referral-fact",
                register ? "document/subscription" : "event/referral.requested",
                register ? Fields.of("subscription", "START").with("from", event.occurredOn()) : event.data(),
                List.of(),
                Optional.of("R1"));
        List<Recall> recalls = List.of("recalling", "too-late").contains(event.id())
                ? List.of(new Recall(1, new PartyId(RECEIVER), event.id().equals("too-late")))
                : List.of();
        return new Decision(
                new Outcome.Routed(Optional.empty()),
                Optional.of(after(before, event, sequence)),
                List.of(draft),
                List.of(),
                List.of("R1"),
                recalls,
                List.of(),
                List.of(),
                List.of(),
                ClockChanges.NONE);
    }

    private static Case after(Optional<Case> before, eu.estafette.domain.event.CaseEvent event, int sequence) {
        var objects = new HashMap<>(before.map(Case::objects).orElse(Map.of()));
        var told = new Told(
                event.id(), "REFERRER", event.time(), event.occurredOn(), event.action(), 1, sequence, sequence);
        var history = new LineHistory(event.line())
                .telling(
                        new LineHistory.Version(event.action(), event.version(), event.digest(), sequence),
                        told,
                        event.data(),
                        Effects.NONE);
        objects.put(
                event.object(),
                new CaseObject(
                        event.object(), true, Optional.empty(), List.of(history), LocalDate.parse("2026-03-02")));
        return new Case(
                new CaseId("C-1"),
                1,
                "netherlands-municipality",
                NOW,
                Phase.ORIENTATION,
                Coaching.NONE,
                List.of(),
                List.of(),
                sequence,
                sequence,
                objects,
                before.map(Case::sent).orElse(Map.of()));
    }

    /** The referral of Sam Jansen, BSN 999990342, which the decision answers as its id says. */
    CaseEvent event(String id) {
        Fields data = Fields.of("kind", Code.own("JOB_COACHING"))
                .with("decideBefore", LocalDate.parse("2026-03-09"))
                .with("briefing", Fields.of("text", "knows the way").with("authorRole", "REFERRER"));
        return CaseEvent.newBuilder()
                .setId(id)
                .setSource("urn:estafette:party:gemeente-utrecht")
                .setType("eu.estafette.case.v1.referral.notify.requested")
                .setTime(NOW)
                .setRecordedTime(NOW)
                .setParty("gemeente-utrecht")
                .setAction("ORIGINAL")
                .setBusinessKey(id)
                .setOccurredOn(LocalDate.parse("2026-03-02"))
                .setDigest(ByteBuffer.wrap(new byte[] {1}))
                .setIdentity(Identities.seal(new Identity("BSN", "999990342", "Sam", "Jansen")))
                .setPayload(payloads.write(FieldsCodec.toRecord(
                        Contracts.shipped().latest("event/referral.requested").schema(), data)))
                .build();
    }
}
