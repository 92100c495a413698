package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.view.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what one turn tells whom. Nobody is told the same twice: who must act gets no INFORM besides, who would get several gets the
 * widest, and the sender is not told what it said (domain section 6, One notice).
 */
final class Outbox {

    private final Turn turn;
    private final List<NoticeDraft> notices = new ArrayList<>();
    private final Set<Recipient> acting = new HashSet<>();
    private final Map<Recipient, Inform> informs = new LinkedHashMap<>();
    private final List<StepChange> steps = new ArrayList<>();
    private final List<Recall> recalls = new ArrayList<>();
    private final Holds holds;
    private NoticeDraft.@Nullable About about;

    private record Inform(Holding to, View view, Material material, Optional<String> rule, NoticeDraft.About about) {}

    Outbox(Turn turn) {
        this.turn = turn;
        this.holds = new Holds(turn);
    }

    /** Writes the notice that offers a step; the step as it comes back knows its notice. */
    OpenStep act(OpenStep step, Holding to, View view, Material material, List<String> outcomes) {
        int sequence = turn.draft().nextNotice();
        OpenStep offered = Steps.offeredBy(step, sequence);
        acting.add(to.recipient());
        write(sequence, to, Optional.of(offered), view, material, outcomes, step.rule(), about());
        return offered;
    }

    /** Writes the notice that offers a step which tells of another event than the one that is decided. */
    OpenStep act(OpenStep step, Holding to, View view, Material material, List<String> outcomes, Cause cause) {
        int sequence = turn.draft().nextNotice();
        OpenStep offered = Steps.offeredBy(step, sequence);
        write(sequence, to, Optional.of(offered), view, material, outcomes, step.rule(), NoticeDraft.About.of(cause));
        return offered;
    }

    /** Writes an INFORM that waited for consent. It stands for another event, so it replaces none of this one's. */
    void inform(Holding to, View view, Material material, Optional<String> rule, Cause cause) {
        write(
                turn.draft().nextNotice(),
                to,
                Optional.empty(),
                view,
                material,
                List.of(),
                rule,
                NoticeDraft.About.of(cause));
    }

    void inform(Holding to, View view, Material material, Optional<String> rule) {
        inform(new Inform(to, view, material, rule, about()));
    }

    /** The same, telling of something else than the event that is decided. */
    void inform(Holding to, View view, Material material, Row row, Cause cause) {
        inform(new Inform(to, view, material, Optional.of(row.id()), NoticeDraft.About.of(cause)));
    }

    private void inform(Inform inform) {
        informs.merge(inform.to.recipient(), inform, (one, other) -> other.view.isWiderThan(one.view) ? other : one);
    }

    void changed(OpenStep step, StepChange.Change change) {
        changed(new StepChange(step, change));
    }

    void changed(StepChange change) {
        steps.add(change);
    }

    /** Asks a notice back, unless its receiver has it or it is asked back already. */
    void recall(int sequence, RecallReason reason) {
        SentNotices.find(turn.draft().sent(), sequence)
                .filter(found -> found.notice().isWaiting())
                .ifPresent(found -> {
                    SentNotices.replace(turn.draft(), found, found.notice().asRecalled(reason));
                    recalls.add(new Recall(sequence, found.notice().recipient().party()));
                });
    }

    /** It was asked back, and its receiver has it all the same. */
    void recallIsTooLate(SentNotice notice) {
        recalls.add(new Recall(notice.sequence(), notice.recipient().party(), true));
    }

    /** Writes the INFORMs, now that it is known who must act. */
    void flush() {
        for (Inform inform : informs.values()) {
            Recipient recipient = inform.to.recipient();
            if (!acting.contains(recipient) && !turn.speaker().isToldBySending(recipient)) {
                write(
                        turn.draft().nextNotice(),
                        inform.to,
                        Optional.empty(),
                        inform.view,
                        inform.material,
                        List.of(),
                        inform.rule,
                        inform.about);
            }
        }
        holds.settle(
                acting, recipient -> Optional.ofNullable(informs.get(recipient)).map(Inform::view));
        informs.clear();
    }

    private void write(
            int sequence,
            Holding to,
            Optional<OpenStep> step,
            View view,
            Material material,
            List<String> outcomes,
            Optional<String> rule,
            NoticeDraft.About about) {
        notices.add(new NoticeDraft(
                sequence,
                to.recipient(),
                to.role(),
                step,
                about,
                view.name(),
                material.contract(),
                material.data(),
                outcomes,
                rule));
        turn.draft()
                .remember(
                        material.line(),
                        new SentNotice(
                                sequence,
                                to.recipient(),
                                to.role(),
                                step.isPresent(),
                                view.name(),
                                step.map(OpenStep::code),
                                rule,
                                false));
    }

    private NoticeDraft.About about() {
        if (about == null) {
            about = new NoticeDraft.About(
                    turn.event().id(),
                    turn.event().type(),
                    turn.speaker().label(),
                    turn.event().occurredOn(),
                    turn.event().action(),
                    turn.event().businessKey(),
                    turn.event().version());
        }
        return about;
    }

    /** Takes over what was written about something else in the same turn. */
    void add(Outbox other) {
        notices.addAll(other.notices);
        steps.addAll(other.steps);
        recalls.addAll(other.recalls);
        holds.add(other.holds);
    }

    /** What waits for consent. */
    Holds holds() {
        return holds;
    }

    List<NoticeDraft> notices() {
        return notices;
    }

    List<StepChange> steps() {
        return steps;
    }

    List<Recall> recalls() {
        return recalls;
    }
}
