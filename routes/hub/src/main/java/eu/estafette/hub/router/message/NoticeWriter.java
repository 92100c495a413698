package eu.estafette.hub.router.message;

import static eu.estafette.domain.party.Role.COACH_ORGANISATION;
import static eu.estafette.domain.party.Role.COMMISSIONER;
import static eu.estafette.domain.party.Role.EMPLOYER;
import static eu.estafette.domain.party.Role.EMPLOYMENT_SERVICE;
import static eu.estafette.domain.party.Role.OPERATOR;
import static eu.estafette.domain.party.Role.SPECIALIST;
import static eu.estafette.domain.party.Role.TRAINING;
import static eu.estafette.domain.party.Role.WELFARE;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.party.Role;
import eu.estafette.hub.router.message.DecisionWriter.Turn;
import eu.estafette.hub.router.store.FieldsCodec;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.Schema;

/** Cuts a decided notice down to what its receiver may see. After this nothing else of the case is in it. */
final class NoticeWriter {

    /** Who gets the person number; all others get names and caseRef (domain section 4). */
    private static final Set<Role> SEE_THE_NUMBER =
            EnumSet.of(EMPLOYMENT_SERVICE, WELFARE, COMMISSIONER, COACH_ORGANISATION, TRAINING, EMPLOYER);

    /** To whom even the name goes only with consent, or never. */
    private static final Set<Role> SEE_NO_NAME = EnumSet.of(SPECIALIST, OPERATOR);

    /** Design section 6, Registers: subscription.start, subscription.stop. */
    private static final String SUBSCRIPTION = "eu.estafette.case.v1.subscription.notify.";

    private final Contracts contracts;
    private final PayloadCodec payloads;
    private final Tokens tokens;

    NoticeWriter(Contracts contracts, PayloadCodec payloads, Tokens tokens) {
        this.contracts = contracts;
        this.payloads = payloads;
        this.tokens = tokens;
    }

    Notice write(Turn turn, Case file, NoticeDraft draft) {
        SubjectKey subject = turn.subject();
        String party = draft.recipient().party().value();
        Schema source = contracts.latest(draft.source()).schema();
        Payload payload = payloads.view(FieldsCodec.toRecord(source, draft.data()), draft.view());
        return Notice.newBuilder()
                .setNoticeId(tokens.noticeId(subject, draft.sequence(), party))
                .setCaseId(file.id().value())
                .setCaseRef(tokens.caseRef(subject, file.number()))
                .setSequence(draft.sequence())
                .setCreatedAt(turn.now())
                .setParty(party)
                .setPerson(draft.recipient().person().orElse(null))
                .setForRole(draft.role().name())
                .setPurpose(draft.isAct() ? "ACT" : "INFORM")
                .setStep(draft.step()
                        .map(step -> new NoticeStep(step.code(), step.due().orElse(null)))
                        .orElse(null))
                .setEvent(draft.role() == Role.REGISTER ? subscription(draft, turn.now()) : event(draft.event()))
                .setIdentity(turn.identity()
                        .flatMap(whole -> identityFor(draft.role(), whole))
                        .orElse(null))
                .setView(draft.view())
                .setViewVersion(payload.getVersion())
                .setPayload(payload)
                .setOutcomes(draft.outcomes())
                .setRule(draft.rule().orElse(null))
                .setReplaces(draft.replaces()
                        .map(old -> turn.noticeId(tokens, old, party))
                        .orElse(null))
                .build();
    }

    private static Optional<Sealed> identityFor(Role role, Sealed whole) {
        if (SEE_NO_NAME.contains(role)) {
            return Optional.empty();
        }
        if (role == Role.REGISTER) {
            Identity identity = Identities.unseal(whole);
            identity.setGivenName(null);
            identity.setFamilyName(null);
            return Optional.of(Identities.seal(identity));
        }
        if (SEE_THE_NUMBER.contains(role)) {
            return Optional.of(whole);
        }
        Identity identity = Identities.unseal(whole);
        identity.setScheme(null);
        identity.setNumber(null);
        return Optional.of(Identities.seal(identity));
    }

    /** A register hears of the subscription itself, not of what anybody told. */
    private static NoticeEvent subscription(NoticeDraft draft, Instant now) {
        String what = draft.data().text("subscription").orElse("").toLowerCase(Locale.ROOT);
        NoticeEvent event = event(draft.event());
        event.setId(UUID.nameUUIDFromBytes((draft.sequence() + "|" + now).getBytes(StandardCharsets.UTF_8))
                .toString());
        event.setType(SUBSCRIPTION + what);
        return event;
    }

    private static NoticeEvent event(NoticeDraft.About about) {
        return NoticeEvent.newBuilder()
                .setId(about.id())
                .setType(about.type().cloudEventType())
                .setNature(about.type().nature().name())
                .setBy(about.by())
                .setOccurredOn(about.occurredOn())
                .setAction(about.action().name())
                .setBusinessKey(about.businessKey())
                .setVersion(about.version())
                .build();
    }
}
