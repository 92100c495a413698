package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parties that left the registry, or lost a role there, while a case still names them. As long as they are away their roles count as
 * vacant and nothing is sent to a party that is not there; a step of theirs stays open and falls to the operators. The case remembers the
 * roles, so that a party that comes back has them again.
 */
final class Departures {

    private final PartyDirectory directory;

    Departures(PartyDirectory directory) {
        this.directory = directory;
    }

    /**
     * A case as it is to be decided on.
     *
     * @param absent  who still holds a role in name
     * @param moved   steps that fell to the operators
     * @param recalls notices on the lanes of parties that are still there
     */
    record Present(Optional<Case> file, List<RoleHolder> absent, List<StepChange> moved, List<Recall> recalls) {}

    boolean hasLeft(Role role, PartyId party) {
        return role != Role.OPERATOR && !directory.mayHold(party, role);
    }

    /** Without those who left; the same case if nobody did. */
    Present without(Optional<Case> file, LocalDate today) {
        return file.map(known -> without(known, today)).orElseGet(() -> allOf(file));
    }

    private static Present allOf(Optional<Case> file) {
        return new Present(file, List.of(), List.of(), List.of());
    }

    private Present without(Case file, LocalDate today) {
        List<RoleHolder> absent = new ArrayList<>(0);
        for (RoleHolder held : file.roles()) {
            if (hasLeft(held.role(), held.holder().party())) {
                absent.add(held);
            }
        }
        if (absent.isEmpty() && !isAnyLeft(file.steps())) {
            return allOf(Optional.of(file));
        }
        CaseDraft draft = new CaseDraft(file, today);
        draft.roles().removeAll(absent);
        List<Recall> recalls = new ArrayList<>();
        List<StepChange> moved = toOperators(draft, recalls);
        return new Present(Optional.of(draft.toCase()), absent, moved, recalls);
    }

    /** What was decided, told to nobody who left; what it gave them falls to the operators as well. */
    Decision complete(Present present, Decision decision, LocalDate today) {
        Decision reachable = isAnyNoticeLost(decision) ? reachable(decision, today) : decision;
        if (present.absent.isEmpty() && present.moved.isEmpty()) {
            return reachable;
        }
        Optional<Case> after = reachable.after().map(file -> remembering(file, present.absent, today));
        return reachable.after(
                after, joined(present.moved, reachable.steps()), joined(present.recalls, reachable.recalls()));
    }

    private List<StepChange> toOperators(CaseDraft draft, List<Recall> recalls) {
        List<StepChange> moved = new ArrayList<>();
        draft.steps().replaceAll(step -> {
            if (!hasLeft(step.owner(), step.holder().party())) {
                return step;
            }
            step.notice().ifPresent(notice -> recall(draft, notice, recalls));
            OpenStep unowned = Steps.ownedBy(step, Holding.OPERATOR, Optional.empty(), step.passed());
            moved.add(new StepChange(unowned, StepChange.Change.MOVED));
            return unowned;
        });
        return moved;
    }

    private void recall(CaseDraft draft, int notice, List<Recall> recalls) {
        SentNotices.find(draft.sent(), notice)
                .filter(found -> found.notice().isWaiting()
                        && directory.knows(found.notice().recipient().party()))
                .ifPresent(found -> {
                    SentNotices.replace(draft, found, found.notice().asRecalled(RecallReason.MOVED));
                    recalls.add(new Recall(notice, found.notice().recipient().party()));
                });
    }

    private boolean isAnyLeft(List<OpenStep> steps) {
        for (OpenStep step : steps) {
            if (hasLeft(step.owner(), step.holder().party())) {
                return true;
            }
        }
        return false;
    }

    private boolean isAnyNoticeLost(Decision decision) {
        for (NoticeDraft notice : decision.notices()) {
            if (isLost(notice)) {
                return true;
            }
        }
        return false;
    }

    /** Word of something may still go to a party in a role it has lost, not to one that is no more. */
    private boolean isLost(NoticeDraft notice) {
        PartyId party = notice.recipient().party();
        return !party.equals(PartyId.HUB) && (notice.isAct() ? hasLeft(notice.role(), party) : !directory.knows(party));
    }

    private Decision reachable(Decision decision, LocalDate today) {
        CaseDraft draft = new CaseDraft(decision.after().orElseThrow(), today);
        List<NoticeDraft> notices = new ArrayList<>();
        for (NoticeDraft notice : decision.notices()) {
            if (isLost(notice)) {
                SentNotices.find(draft.sent(), notice.sequence()).ifPresent(found -> SentNotices.remove(draft, found));
            } else {
                notices.add(notice);
            }
        }
        List<StepChange> moved = toOperators(draft, new ArrayList<>());
        List<StepChange> steps = new ArrayList<>(decision.steps());
        steps.removeIf(change -> moved.stream().anyMatch(other -> isSame(change.step(), other.step())));
        steps.addAll(moved);
        return decision.telling(notices).after(Optional.of(draft.toCase()), steps, decision.recalls());
    }

    private static boolean isSame(OpenStep one, OpenStep other) {
        return one.code().equals(other.code()) && one.object().equals(other.object());
    }

    /** A role that somebody else has by now, or whose work has ended, is not theirs any more. */
    private static Case remembering(Case after, List<RoleHolder> absent, LocalDate today) {
        CaseDraft draft = new CaseDraft(after, today);
        for (RoleHolder held : absent) {
            boolean taken = held.object().isPresent()
                    ? draft.roles().contains(held)
                            || draft.object(held.object().get())
                                    .filter(work -> work.open())
                                    .isEmpty()
                    : draft.holder(held.role()).isPresent();
            if (!taken) {
                draft.roles().add(held);
            }
        }
        return draft.toCase();
    }

    private static <T> List<T> joined(List<T> these, List<T> those) {
        List<T> all = new ArrayList<>(these);
        all.addAll(those);
        return all;
    }
}
