package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The course of a message that changes or takes back what was told, or tells what another source has told. */
final class MoveCourse {

    private static final Outcome ECHO = new Outcome.Routed(Optional.of("ECHO"));

    private final RulesetChoice choice;
    private final Speakers speakers;
    private final Fold fold;
    private final Corrections corrections;
    private final TakingBack takingBack;

    MoveCourse(RulesetChoice choice, Speakers speakers, Fold fold, Catalogue catalogue, DueDates dueDates) {
        this.choice = choice;
        this.speakers = speakers;
        this.fold = fold;
        this.corrections = new Corrections(catalogue, dueDates, fold);
        this.takingBack = new TakingBack(catalogue, dueDates);
    }

    /** A message of a known line, and what the case is before it. */
    private record Message(
            Case before, CaseDraft draft, CaseEvent event, CaseObject object, Speaker speaker, Instant now) {

        Optional<LineHistory> line() {
            return object.history(event.line());
        }

        /** The first of the lines that tell the same: receivers know the fact under its key. */
        LineHistory lead() {
            return object.alike(event.line()).getFirst();
        }
    }

    private Optional<Message> heard(Case before, CaseDraft draft, CaseEvent event, ObjectKey key, Instant now) {
        CaseObject object = draft.object(key).orElseThrow();
        Optional<Speaker> speaker = speakers.of(event, before.roles(), before.roles())
                .or(() -> object.history(event.line())
                        .flatMap(LineHistory::told)
                        .flatMap(told -> Speakers.again(told, event.sender())));
        draft.countEvent();
        return speaker.map(by -> new Message(before, draft, event, object, by, now));
    }

    private static Decision withoutRole(Case before, Instant now) {
        return Decisions.without(Keeping.held(Keeping.NO_ROLE, now), Optional.of(before));
    }

    Decision correct(Case before, CaseDraft draft, CaseEvent event, ObjectKey key, Instant now) {
        return heard(before, draft, event, key, now).map(this::correct).orElseGet(() -> withoutRole(before, now));
    }

    Decision echo(Case before, CaseDraft draft, CaseEvent event, ObjectKey key, Instant now) {
        return heard(before, draft, event, key, now).map(this::echo).orElseGet(() -> withoutRole(before, now));
    }

    Decision takeBack(Case before, CaseDraft draft, CaseEvent event, ObjectKey key, Instant now) {
        return heard(before, draft, event, key, now).map(this::takeBack).orElseGet(() -> withoutRole(before, now));
    }

    private Decision correct(Message message) {
        LineHistory line = message.line().orElseThrow();
        CaseDraft draft = message.draft;
        Effects effects = message.event.roles().isEmpty()
                ? line.effects()
                : line.effects().withClaims(message.event.roles());
        Application.tell(
                draft,
                message.event,
                message.object.key(),
                Hearing.correction(
                        draft,
                        message.event,
                        message.speaker.label(),
                        line.told().orElseThrow()),
                effects);
        return weigh(message, message.lead());
    }

    private Decision echo(Message message) {
        CaseDraft draft = message.draft;
        Application.tell(
                draft,
                message.event,
                message.object.key(),
                Hearing.fact(draft, message.event, message.speaker.label()),
                Effects.NONE);
        CaseObject now = draft.object(message.object.key()).orElseThrow();
        if (Echoing.differ(message.object.content(), now.content())) {
            return weigh(message, message.lead());
        }
        fold.roles(draft);
        return Decisions.without(ECHO, Optional.of(draft.toCase()));
    }

    private Decision takeBack(Message message) {
        LineHistory line = message.line().orElseThrow();
        CaseDraft draft = message.draft;
        ObjectKey key = message.object.key();
        Application.takeBack(
                draft, message.event, key, Hearing.takingBack(draft, message.event, message.speaker.label()));
        if (!line.stands()) {
            return Decisions.without(new Outcome.Routed(Optional.empty()), Optional.of(draft.toCase()));
        }
        CaseObject left = draft.object(key).orElseThrow();
        List<LineHistory> others = left.alike(line.line());
        if (others.isEmpty()) {
            fold.roles(draft);
            fold.resting(draft);
            return takingBack.decide(
                    turn(message, message.event, Content.of(message.event, Optional.of(left)), line),
                    message.object,
                    line);
        }
        LineHistory lead = others.getFirst();
        if (message.lead().equals(line)) {
            draft.put(left.with(lead.inPlaceOf(line)));
        }
        return weigh(message, lead);
    }

    /** Goes through what the fact is by now as a correction of the line that leads. */
    private Decision weigh(Message message, LineHistory lead) {
        CaseDraft draft = message.draft;
        fold.roles(draft);
        CaseObject object = draft.object(message.object.key()).orElseThrow();
        LineHistory now = object.history(lead.line()).orElseThrow();
        Fields before =
                Content.of(message.object, message.object.history(lead.line()).orElse(now));
        Fields after = Content.of(object, now);
        Fields told = object.alike(lead.line()).size() > 1 ? after : now.content();
        CaseEvent asCorrection = message.event.as(
                Action.CORRECTION, lead.line(), now.told().orElseThrow().version(), told);
        return corrections.decide(
                turn(message, asCorrection, after, now),
                now,
                new ViewChanges(
                        before,
                        after,
                        () -> CaseDocument.of(new CaseDraft(message.before, Days.of(message.now))),
                        () -> CaseDocument.of(draft)));
    }

    private Turn turn(Message message, CaseEvent event, Fields content, LineHistory line) {
        CaseDraft draft = message.draft;
        Phase was = event.action() == Action.CORRECTION ? line.effects().was() : message.before.phase();
        List<RoleHolder> rolesBefore = message.before.roles();
        return new Turn(
                event,
                Days.of(message.now),
                draft,
                message.speaker,
                choice.tableFor(draft, message.now),
                message.object.key(),
                content,
                new RoleChanges(rolesBefore, draft.roles()),
                was,
                event.action() == Action.CORRECTION && line.effects().handover());
    }
}
