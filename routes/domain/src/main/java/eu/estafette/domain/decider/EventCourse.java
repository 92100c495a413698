package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The course of an event that tells something about the person: it is applied to the case, then the rows decide. */
final class EventCourse {

    private static final Duration WAIT_FOR_ROLE = Duration.ofDays(7);
    private static final List<String> HANDOVER = List.of("HAND-OVER-REGION", "CHECK-COMPETENCE");

    /** Whose sender matters later: the answer goes to it, it confided something, or it must move its appointment. */
    private static final Set<EventType> ASKING = EnumSet.of(
            EventType.REFERRAL_REQUESTED,
            EventType.COACHING_APPLIED,
            EventType.SIGNAL_RAISED,
            EventType.APPOINTMENT_CHANGED);

    private final RulesetChoice choice;
    private final Speakers speakers;
    private final ObjectFinder objects;
    private final WorkRoles workRoles;
    private final RowCourse rows;
    private final FixedEffects fixed;

    EventCourse(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue, RowCourse rows, DueDates dueDates) {
        this.choice = new RulesetChoice(rulesets, directory);
        this.speakers = new Speakers(catalogue, directory);
        this.objects = new ObjectFinder(directory);
        this.workRoles = new WorkRoles(directory);
        this.rows = rows;
        this.fixed = new FixedEffects(catalogue, dueDates);
    }

    Decision decide(Optional<Case> before, CaseEvent event, Instant now) {
        CaseDraft draft = before.map(CaseDraft::new)
                .orElseGet(() -> CaseDraft.opened(CaseIds.of(event, now), choice.ofOpener(event), now));
        if (event.type() == EventType.CLOCK_RANG) {
            Clock clock = Ringing.clock(event);
            if (clock.name().equals(HoldExpiry.CLOCK)) {
                return HoldExpiry.expire(draft, clock);
            }
            Optional<Outcome> silent = before.flatMap(file -> Ringing.check(file, clock));
            if (silent.isPresent()) {
                return Decisions.without(silent.get(), before);
            }
            draft.time(draft.timers().rang(clock));
        }
        ObjectKey object = objects.find(draft, event);
        Optional<Outcome> stopped = Gate.check(draft.object(object), event, now);
        if (stopped.isPresent()) {
            return stopped.get().equals(Gate.SUPERSEDED)
                    ? superseded(draft, event, object)
                    : Decisions.without(stopped.get(), before);
        }
        if (RoleBook.isImpossible(event)) {
            return Decisions.without(new Outcome.Refused("ROLE_NOT_ASSIGNABLE"), before);
        }
        if (RoleBook.isPassedOn(draft, event)) {
            return superseded(draft, event, object);
        }
        NotYet.refuseMove(draft.object(object), event);
        return apply(before, draft, event, object, now);
    }

    private static Decision superseded(CaseDraft draft, CaseEvent event, ObjectKey object) {
        Application.store(draft, event, object);
        return Decisions.without(Gate.SUPERSEDED, Optional.of(draft.toCase()));
    }

    private Decision apply(Optional<Case> before, CaseDraft draft, CaseEvent event, ObjectKey object, Instant now) {
        List<RoleHolder> rolesBefore = List.copyOf(draft.roles());
        boolean handover = isHandover(draft);
        boolean firstReferral = isFirstReferral(draft, event);
        if (event.type().isOfPartners()) {
            draft.time(draft.timers().toldOn(Days.of(now)));
        }
        Application.apply(draft, event, object);
        RoleBook.apply(draft, event);
        workRoles.follow(draft, object);
        Optional<Speaker> found = speakers.of(event, draft.roles(), rolesBefore);
        if (found.isEmpty()) {
            return Decisions.without(new Outcome.Held("NO_ROLE", now.plus(WAIT_FOR_ROLE)), before);
        }
        Speaker speaker = firstReferral ? refer(draft, event, found.get()) : found.get();
        rememberAsker(draft, event, object, speaker);
        choice.change(draft, event, speaker);
        NextStepTable table = choice.tableFor(draft, now);
        Turn turn = new Turn(
                event,
                Days.of(now),
                draft,
                speaker,
                table,
                object,
                Content.of(event, draft.object(object)),
                new RoleChanges(rolesBefore, draft.roles()),
                before.map(Case::phase).orElse(Phase.NONE),
                handover);
        return rows.decide(turn, fixed.of(event.type()));
    }

    private static boolean isHandover(CaseDraft draft) {
        return draft.steps().stream().map(OpenStep::code).anyMatch(HANDOVER::contains);
    }

    private static boolean isFirstReferral(CaseDraft draft, CaseEvent event) {
        return event.type() == EventType.REFERRAL_REQUESTED
                && draft.objects().stream().noneMatch(object -> object.isOf(Family.REFERRAL));
    }

    /** Whoever sends the first referral is the referrer, but for an employer that asks for coaching. */
    private static Speaker refer(CaseDraft draft, CaseEvent event, Speaker speaker) {
        boolean employer = speaker.role().filter(role -> role == Role.EMPLOYER).isPresent();
        if (employer || draft.holder(Role.REFERRER).isPresent()) {
            return speaker;
        }
        RoleBook.refer(draft, speaker.sender());
        return event.as().isPresent() ? speaker : Speaker.in(Role.REFERRER, speaker.sender());
    }

    private static void rememberAsker(CaseDraft draft, CaseEvent event, ObjectKey object, Speaker speaker) {
        if (ASKING.contains(event.type())) {
            Optional<RoleHolder> asker = speaker.role()
                    .map(role -> new RoleHolder(role, speaker.sender(), Optional.empty(), Optional.empty()));
            draft.object(object).ifPresent(asked -> draft.put(asked.withAsker(asker)));
        }
    }
}
