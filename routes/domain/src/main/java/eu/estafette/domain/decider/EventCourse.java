package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The course of an event that tells something about the person: it is applied to the case, then the rows decide. */
final class EventCourse {

    private static final List<String> HANDOVER = List.of("HAND-OVER-REGION", "CHECK-COMPETENCE");

    private final RulesetChoice choice;
    private final Speakers speakers;
    private final ObjectFinder objects;
    private final WorkRoles workRoles;
    private final Echoing echoing;
    private final MoveCourse moves;
    private final RowCourse rows;
    private final FixedEffects fixed;

    EventCourse(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue, RowCourse rows, DueDates dueDates) {
        this.choice = new RulesetChoice(rulesets, directory);
        this.speakers = new Speakers(catalogue, directory);
        this.objects = new ObjectFinder(directory);
        this.workRoles = new WorkRoles(directory);
        this.echoing = new Echoing(objects);
        this.moves = new MoveCourse(choice, speakers, new Fold(workRoles), catalogue, dueDates);
        this.rows = rows;
        this.fixed = new FixedEffects(catalogue, dueDates);
    }

    Decision decide(Optional<Case> before, CaseEvent event, Instant now) {
        CaseDraft draft = before.map(file -> new CaseDraft(file, Days.of(now)))
                .orElseGet(() -> CaseDraft.opened(CaseIds.of(event, now), choice.ofOpener(event), now));
        if (event.type() == EventType.CLOCK_RANG) {
            Clock clock = Ringing.clock(event);
            if (clock.name().equals(HoldExpiry.CLOCK)) {
                return HoldExpiry.expire(draft, clock);
            }
            if (clock.name().equals(Due.OWNER_GONE)) {
                // those who left are out of the case before anything is decided on it
                return Decisions.without(new Outcome.Routed(Optional.empty()), before);
            }
            Optional<Outcome> silent = before.flatMap(file -> Ringing.check(file, clock));
            if (silent.isPresent()) {
                return Decisions.without(silent.get(), before);
            }
            draft.time(draft.timers().rang(clock));
        }
        ObjectKey key = objects.find(draft, event);
        Optional<Outcome> stopped = Gate.check(draft.object(key), event, now);
        if (stopped.isPresent()) {
            return stopped.get().equals(Gate.SUPERSEDED)
                    ? superseded(draft, event, key)
                    : Decisions.without(stopped.get(), before);
        }
        if (!Move.takesBack(event) && RoleBook.isImpossible(event)) {
            return Decisions.without(new Outcome.Refused("ROLE_NOT_ASSIGNABLE"), before);
        }
        Optional<LineHistory> line = draft.object(key).flatMap(object -> object.history(event.line()));
        return switch (Move.of(line, event)) {
            case FACT -> tellFact(before, draft, event, key, now);
            case CORRECTION -> moves.correct(before.orElseThrow(), draft, event, key, now);
            case TAKING_BACK -> moves.takeBack(before.orElseThrow(), draft, event, key, now);
        };
    }

    private Decision tellFact(Optional<Case> before, CaseDraft draft, CaseEvent event, ObjectKey key, Instant now) {
        if (isWithdrawn(draft, event)) {
            // its withdrawal waits for it, and is let go now that there is something to withdraw
            Application.store(draft, event, key);
            return Decisions.without(new Outcome.Withdrawn(), Optional.of(draft.toCase()));
        }
        Optional<CaseObject> echoed = echoing.find(draft, draft.object(key), event);
        if (before.isPresent() && echoed.isPresent()) {
            return moves.echo(before.get(), draft, event, echoed.get().key(), now);
        }
        return apply(before, draft, event, key, now);
    }

    private static Decision superseded(CaseDraft draft, CaseEvent event, ObjectKey key) {
        Application.store(draft, event, key);
        return Decisions.without(Gate.SUPERSEDED, Optional.of(draft.toCase()));
    }

    private static boolean isWithdrawn(CaseDraft draft, CaseEvent event) {
        return draft.waiting()
                .withdrawalOf(event.line())
                .filter(held -> held.event().version() >= event.version())
                .isPresent();
    }

    private Decision apply(Optional<Case> before, CaseDraft draft, CaseEvent event, ObjectKey key, Instant now) {
        List<RoleHolder> rolesBefore = List.copyOf(draft.roles());
        Phase was = before.map(Case::phase).orElse(Phase.NONE);
        boolean handover = isHandover(draft);
        boolean firstReferral = isFirstReferral(draft, event);
        if (event.type().isOfPartners()) {
            draft.time(draft.timers().toldOn(draft.today()));
        }
        boolean passedOn = RoleBook.isPassedOn(draft, event);
        draft.countEvent();
        List<RoleClaim> claims = event.type().opensCase() ? event.roles() : List.of();
        Effects effects = effects(draft, event, key, Effects.of(was, handover, claims, Optional.empty()));
        Application.tell(draft, event, key, Hearing.fact(draft, event, speakers.labelOfRegister(event)), effects);
        if (passedOn) {
            // it says something of the past, which counts again if what came in between is taken back
            return Decisions.without(Gate.SUPERSEDED, Optional.of(draft.toCase()));
        }
        RoleBook.apply(draft, event);
        workRoles.follow(draft, key);
        Optional<Speaker> found = speakers.of(event, draft.roles(), rolesBefore);
        if (found.isEmpty()) {
            return Decisions.without(Keeping.held(Keeping.NO_ROLE, now), before);
        }
        Speaker speaker = firstReferral ? refer(draft, event, found.get()) : found.get();
        Hearing.from(draft, event.line(), key, found.get());
        rememberAsker(draft, event, key, speaker);
        choice.change(draft, event, speaker);
        NextStepTable table = choice.tableFor(draft, now);
        Turn turn = new Turn(
                event.as(Action.ORIGINAL, event.line(), event.version(), event.data()),
                draft.today(),
                draft,
                speaker,
                table,
                key,
                Content.of(event, draft.object(key)),
                new RoleChanges(rolesBefore, draft.roles()),
                was,
                handover);
        return rows.decide(turn, fixed.of(event.type()));
    }

    /** Of a line that goes on what it brought about so far stays with it. */
    private static Effects effects(CaseDraft draft, CaseEvent event, ObjectKey key, Effects fresh) {
        return draft.object(key)
                .flatMap(object -> object.history(event.line()))
                .filter(LineHistory::stands)
                .map(line -> fresh.with(
                                line.effects().rows(),
                                line.effects().closed(),
                                line.effects().rest())
                        .withClocks(line.effects().started(), line.effects().stopped()))
                .orElse(fresh);
    }

    private static boolean isHandover(CaseDraft draft) {
        for (OpenStep step : draft.steps()) {
            if (HANDOVER.contains(step.code())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFirstReferral(CaseDraft draft, CaseEvent event) {
        return event.type() == EventType.REFERRAL_REQUESTED
                && draft.objects().stream().noneMatch(object -> object.isOf(Family.REFERRAL) && object.stands());
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
        if (Application.asks(event.type())) {
            Optional<RoleHolder> asker = speaker.role()
                    .map(role -> new RoleHolder(role, speaker.sender(), Optional.empty(), Optional.empty()));
            draft.object(object).ifPresent(asked -> draft.put(asked.withAsker(asker)));
        }
    }
}
