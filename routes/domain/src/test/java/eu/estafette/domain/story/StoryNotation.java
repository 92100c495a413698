package eu.estafette.domain.story;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.HoldChange;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.party.PartyId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Writes a decision in the notation of the stories: {@code ROLE! view STEP @due}, {@code ROLE view}, {@code -STEP} closed, {@code =STATE}; and {@code ?STEP} for a step
 * that nobody on the case can take, {@code *STEP} for one that ended with its consent. */
final class StoryNotation {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");

    private StoryNotation() {}

    /** @param isDown whether the lane of a party lets nothing through */
    static List<String> of(Decision decision, Predicate<PartyId> isDown) {
        List<String> lines = new ArrayList<>();
        decision.notices()
                .forEach(notice -> lines.add(of(notice, decision.after().orElseThrow())
                        + (isDown.test(notice.recipient().party()) ? " waiting" : "")));
        decision.steps().stream()
                .filter(change -> change.change() == StepChange.Change.CLOSED)
                .forEach(change -> lines.add("-" + change.step().code()));
        decision.steps().stream()
                .filter(change -> change.change() == StepChange.Change.REOPENED)
                .forEach(change -> lines.add("+" + change.step().code()));
        decision.steps().stream()
                .filter(change -> change.change() != StepChange.Change.CLOSED)
                .filter(change -> change.step().isUnowned())
                .forEach(change -> lines.add("?" + change.step().code()));
        decision.steps().stream()
                .filter(change -> change.change() == StepChange.Change.EXPIRED)
                .forEach(change -> lines.add("*" + change.step().code()));
        decision.holds().forEach(change -> lines.add(of(change)));
        decision.recalls().stream()
                .filter(recall -> !recall.tooLate())
                .forEach(recall -> lines.add(of(recall, decision.after().orElseThrow())));
        switch (decision.outcome()) {
            case Outcome.Routed routed -> routed.note().ifPresent(note -> lines.add("=ROUTED:" + note));
            case Outcome.Held held -> lines.add(held.reason().equals("CONSENT") ? "=HELD" : "=HELD:" + held.reason());
            case Outcome.Withdrawn ignored -> lines.add("=WITHDRAWN");
            case Outcome.Duplicate ignored -> lines.add("=DUPLICATE");
            case Outcome.Refused refused -> lines.add("=REFUSED:" + refused.reason());
        }
        return lines;
    }

    private static String of(HoldChange change) {
        HeldNotice held = change.notice();
        String line = change.change().name().toLowerCase(Locale.ROOT) + " " + held.role() + " " + held.view();
        return change.change() != HoldChange.Change.HELD
                ? line
                : line
                        + held.scope().stream()
                                .map(scope -> " " + scope.abbreviation())
                                .sorted()
                                .collect(Collectors.joining());
    }

    private static String of(Recall recall, Case after) {
        SentNotice sent = after.sent().values().stream()
                .flatMap(List::stream)
                .filter(notice -> notice.sequence() == recall.sequence())
                .findFirst()
                .orElseThrow();
        return "recalled " + sent.role() + " " + sent.view();
    }

    private static String of(NoticeDraft notice, Case after) {
        StringBuilder line = new StringBuilder(notice.role().name());
        boolean stillThere = after.roles().stream()
                .anyMatch(held -> held.role() == notice.role() && held.holder().equals(notice.recipient()));
        notice.recipient().person().filter(person -> !stillThere).ifPresent(person -> line.append('(')
                .append(person)
                .append(')'));
        line.append(notice.isAct() ? "! " : " ").append(notice.view());
        notice.step().ifPresent(step -> line.append(' ')
                .append(step.code())
                .append(step.due().map(StoryNotation::due).orElse("")));
        if (notice.event().action() != Action.ORIGINAL) {
            line.append(" (").append(notice.event().action().name().charAt(0)).append(')');
        }
        return line.toString();
    }

    private static String due(LocalDate due) {
        return " @" + MONTH_AND_DAY.format(due);
    }
}
