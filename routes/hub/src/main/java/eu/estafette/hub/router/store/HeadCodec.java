package eu.estafette.hub.router.store;

import eu.estafette.contract.message.CaseHead;
import eu.estafette.contract.message.HeldRole;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Ground;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The entry {@code head} of the case store: all of a case but its objects and what was sent. */
final class HeadCodec {

    private HeadCodec() {}

    static CaseHead write(Case file, StoredSubject stored) {
        return CaseHead.newBuilder()
                .setCaseId(file.id().value())
                .setCaseNumber(file.number())
                .setRuleset(file.ruleset())
                .setOpenedAt(file.openedAt())
                .setResting(file.resting().name())
                .setCoaching(file.coaching().name())
                .setIdentity(stored.identity().orElse(null))
                .setNextDue(stored.due().orElse(null))
                .setNotices(file.notices())
                .setEvents(file.events())
                .setRoles(file.roles().stream().map(HeadCodec::write).toList())
                .setSteps(file.steps().stream().map(StepCodec::write).toList())
                .setRunning(TimersCodec.write(file.timers().running()))
                .setRung(TimersCodec.write(file.timers().rung()))
                .setLastTold(file.timers().lastTold().orElse(null))
                .setConsents(ConsentsCodec.write(file.consents()))
                .setGroundRoles(
                        file.ground().roles().stream().map(HeadCodec::write).toList())
                .setGroundCoaching(file.ground().coaching().name())
                .setGroundResting(file.ground().resting().name())
                .setLeft(ProvenanceCodec.keys(stored.from()))
                .setNamed(ProvenanceCodec.spans(stored.from()))
                .build();
    }

    static Case read(
            CaseHead head, Map<ObjectKey, CaseObject> objects, Map<Line, List<SentNotice>> sent, Waiting waiting) {
        return new Case(
                new CaseId(head.getCaseId()),
                head.getCaseNumber(),
                head.getRuleset(),
                head.getOpenedAt(),
                Phase.valueOf(head.getResting()),
                Coaching.valueOf(head.getCoaching()),
                head.getRoles().stream().map(HeadCodec::read).toList(),
                head.getSteps().stream().map(StepCodec::read).toList(),
                head.getNotices(),
                head.getEvents(),
                objects,
                sent,
                TimersCodec.read(head),
                waiting,
                ConsentsCodec.read(head.getConsents()),
                new Ground(
                        head.getGroundRoles().stream().map(HeadCodec::read).toList(),
                        Coaching.valueOf(head.getGroundCoaching()),
                        Phase.valueOf(head.getGroundResting())));
    }

    static HeldRole write(RoleHolder held) {
        return new HeldRole(
                held.role().name(),
                held.holder().party().value(),
                held.holder().person().orElse(null),
                held.coachKind().map(Enum::name).orElse(null),
                held.object().map(ObjectKey::toString).orElse(null));
    }

    static RoleHolder read(HeldRole held) {
        return new RoleHolder(
                Role.valueOf(held.getRole()),
                recipient(held.getParty(), held.getPerson()),
                Optional.ofNullable(held.getCoachKind()).map(CoachKind::valueOf),
                Optional.ofNullable(held.getObject()).map(HeadCodec::objectKey));
    }

    static Recipient recipient(String party, @Nullable String person) {
        return new Recipient(new PartyId(party), Optional.ofNullable(person));
    }

    /** The reverse of {@link ObjectKey#toString()}; families have no slash. */
    private static ObjectKey objectKey(String text) {
        int slash = text.indexOf('/');
        return new ObjectKey(text.substring(0, slash), text.substring(slash + 1));
    }
}
