package eu.estafette.domain.fuzz;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.StepCatalogue;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What holds in every case after every event (domain section 2, invariants 1 to 5), worked out without the decider's own code. */
final class Invariants {

    /** What was asked comes back to who asked it, also to one who has no role on the case: an opener need not give itself one. */
    private static final String OF_THE_ASKER = "CHOOSE-OTHER";

    private static final Set<Phase> RESTING = Set.of(Phase.ORIENTATION, Phase.JOB_SEARCH, Phase.DORMANT);

    private final StepCatalogue steps;
    private final PartyDirectory parties;

    Invariants(StepCatalogue steps, PartyDirectory parties) {
        this.steps = steps;
        this.parties = parties;
    }

    /** Each sentence one thing that does not hold; none if all is well. */
    List<String> broken(Case file) {
        List<String> broken = new ArrayList<>();
        roles(file, broken);
        workRoles(file, broken);
        steps(file, broken);
        phase(file, broken);
        sent(file, broken);
        clocks(file, broken);
        waiting(file, broken);
        return broken;
    }

    /** (1) One party per role, EMPLOYER and WORKPLACE per employment or placement. */
    private static void roles(Case file, List<String> broken) {
        Set<List<Object>> taken = new HashSet<>();
        for (RoleHolder held : file.roles()) {
            boolean ofWork = held.role() == Role.EMPLOYER || held.role() == Role.WORKPLACE;
            if (!taken.add(List.of(held.role(), ofWork ? held.object() : Optional.empty()))) {
                broken.add("(1) two holders of " + held.role() + " " + held.object());
            }
            if (held.role() == Role.SUBJECT || held.role() == Role.OPERATOR) {
                broken.add("(1) nobody holds " + held.role());
            }
            if (!ofWork && held.object().isPresent()) {
                broken.add("(1) " + held.role() + " hangs on " + held.object());
            }
        }
    }

    /** (2) EMPLOYER and WORKPLACE come from the open work whose parties the hub knows, and end with it. */
    private void workRoles(Case file, List<String> broken) {
        for (RoleHolder held : file.roles()) {
            Optional<CaseObject> work = held.object().map(file.objects()::get);
            if (held.object().isPresent() && work.filter(CaseObject::open).isEmpty()) {
                broken.add("(2) " + held + " outlives its work");
            }
        }
        for (CaseObject work : file.objects().values()) {
            if (work.open() && work.isOf(Family.EMPLOYMENT)) {
                Optional<PartyId> employer = work.content().party("employer").flatMap(parties::find);
                List<PartyId> held = file.roles().stream()
                        .filter(each -> each.role() == Role.EMPLOYER && each.isFor(work.key()))
                        .map(each -> each.holder().party())
                        .toList();
                if (!held.equals(employer.stream().toList())) {
                    broken.add("(2) EMPLOYER of " + work.key() + " is " + held + " and not " + employer);
                }
            }
        }
    }

    /** (4) An open step has one owner, who is on the case; its identity is (code, object) or (code). */
    private void steps(Case file, List<String> broken) {
        Set<List<Object>> taken = new HashSet<>();
        Set<Integer> sent = sequences(file);
        for (OpenStep step : file.steps()) {
            if (!taken.add(List.of(step.code(), steps.isCaseWide(step.code()) ? "" : step.object()))) {
                broken.add("(4) twice open: " + step.code() + " " + step.object());
            }
            if (step.isUnowned()) {
                unowned(step, broken);
            } else {
                owned(file, step, sent, broken);
            }
        }
    }

    private static void unowned(OpenStep step, List<String> broken) {
        if (!step.holder().equals(Recipient.of(PartyId.HUB))
                || step.due().isPresent()
                || step.notice().isPresent()) {
            broken.add("(4) with the operators, and " + step);
        }
    }

    private static void owned(Case file, OpenStep step, Set<Integer> sent, List<String> broken) {
        boolean onCase = file.roles().stream()
                .anyMatch(held -> held.role() == step.owner() && held.holder().equals(step.holder()));
        // what is left to do after work that has ended stays with whoever employed
        boolean worked = step.owner() == Role.EMPLOYER || step.owner() == Role.WORKPLACE;
        if (!onCase && !worked && !step.code().equals(OF_THE_ASKER)) {
            broken.add("(4) the owner is not on the case: " + step);
        }
        long holds = file.waiting().notices().stream()
                .filter(held -> isWaitingWith(held, step))
                .count();
        boolean waits = holds == 1 && step.notice().isEmpty();
        if (holds > 1) {
            broken.add("(4) waits for several consents at once: " + step);
        }
        if (step.notice().isEmpty() && !waits) {
            broken.add("(4) nobody was told of " + step);
        }
        if (step.notice().filter(sequence -> !sent.contains(sequence)).isPresent()) {
            broken.add("(4) offered by a notice that was not sent: " + step);
        }
        if (step.due().isEmpty() && !waits) {
            broken.add("(4) without a due date: " + step);
        }
        if (step.event() > file.events()) {
            broken.add("(4) opened by an event that has not been: " + step);
        }
    }

    private static boolean isWaitingWith(HeldNotice held, OpenStep step) {
        return held.step().equals(Optional.of(step.code()))
                && held.object().equals(step.object())
                && held.role() == step.owner();
    }

    /** (5) The phase follows from what is open. */
    private static void phase(Case file, List<String> broken) {
        if (!RESTING.contains(file.resting())) {
            broken.add("(5) resting in " + file.resting());
        }
        Set<String> open = file.objects().values().stream()
                .filter(CaseObject::open)
                .map(object -> object.key().family())
                .collect(Collectors.toSet());
        Phase expected = open.contains("employment")
                ? (file.coaching() == Coaching.ENDED ? Phase.AFTERCARE : Phase.EMPLOYED)
                : open.contains("placement")
                        ? Phase.PLACEMENT
                        : open.contains("training") ? Phase.TRAINING : file.resting();
        if (file.phase() != expected) {
            broken.add("(5) phase is " + file.phase() + " and not " + expected);
        }
        for (CaseObject object : file.objects().values()) {
            if (object.open() && !object.isOf(Family.CASE) && !object.stands()) {
                broken.add("(5) open although nothing told of it stands: " + object.key());
            }
        }
    }

    /** Every notice is kept once, under a number that was given out; nobody is told who is nobody. */
    private static void sent(Case file, List<String> broken) {
        Set<Integer> seen = new HashSet<>();
        file.sent().values().forEach(notices -> {
            for (SentNotice notice : notices) {
                if (!seen.add(notice.sequence()) || notice.sequence() > file.notices() || notice.sequence() < 1) {
                    broken.add("notice out of number: " + notice);
                }
                if (notice.recipient().party().equals(PartyId.HUB) || notice.role() == Role.SUBJECT) {
                    broken.add("sent to nobody: " + notice);
                }
            }
        });
    }

    private static void clocks(Case file, List<String> broken) {
        Set<List<Object>> running = new HashSet<>();
        for (Clock clock : file.timers().running()) {
            if (!running.add(List.of(clock.name(), clock.object()))) {
                broken.add("two clocks run: " + clock);
            }
            if (file.timers().rung().contains(clock)) {
                broken.add("rang already and runs: " + clock);
            }
        }
    }

    private static void waiting(Case file, List<String> broken) {
        Set<Integer> numbers = new HashSet<>();
        file.waiting().events().forEach(held -> numbers.add(held.number()));
        file.waiting().notices().forEach(held -> numbers.add(held.number()));
        if (numbers.size()
                != file.waiting().events().size() + file.waiting().notices().size()) {
            broken.add("held twice under a number");
        }
        for (HeldNotice held : file.waiting().notices()) {
            if (held.step().isPresent()
                    && file.steps().stream()
                            .noneMatch(step ->
                                    isWaitingWith(held, step) && step.notice().isEmpty())) {
                broken.add("waits with a step that is not open: " + held);
            }
        }
    }

    private static Set<Integer> sequences(Case file) {
        return file.sent().values().stream()
                .flatMap(List::stream)
                .map(SentNotice::sequence)
                .collect(Collectors.toSet());
    }

    /** What must stay the same while a case lives. */
    static List<String> brokenBetween(Case before, Case after) {
        List<String> broken = new ArrayList<>();
        if (!before.id().equals(after.id())
                || before.number() != after.number()
                || !before.openedAt().equals(after.openedAt())) {
            broken.add("another case: " + after.id());
        }
        if (after.notices() < before.notices() || after.events() < before.events()) {
            broken.add("numbers went back: " + Map.of("notices", after.notices(), "events", after.events()));
        }
        return broken;
    }
}
