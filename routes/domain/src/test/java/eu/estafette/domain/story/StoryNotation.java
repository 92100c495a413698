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
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads from a decision what followed, as the stories tell it. */
final class StoryNotation {

    private StoryNotation() {}

    /** @param isDown whether the lane of a party lets nothing through */
    static List<Consequence> of(Decision decision, Predicate<PartyId> isDown) {
        List<Consequence> all = new ArrayList<>();
        decision.notices().forEach(notice -> all.add(of(notice, decision.after().orElseThrow(), isDown)));
        steps(decision, Consequence.Kind.CLOSED, change -> change.change() == StepChange.Change.CLOSED, all);
        steps(decision, Consequence.Kind.REOPENED, change -> change.change() == StepChange.Change.REOPENED, all);
        steps(decision, Consequence.Kind.UNOWNED, StoryNotation::leavesUnowned, all);
        steps(decision, Consequence.Kind.LAPSED, change -> change.change() == StepChange.Change.EXPIRED, all);
        decision.holds().forEach(change -> all.add(of(change)));
        decision.recalls().stream()
                .filter(recall -> !recall.tooLate())
                .forEach(recall -> all.add(of(recall, decision.after().orElseThrow())));
        state(decision.outcome()).map(Consequence::state).ifPresent(all::add);
        return all;
    }

    private static Optional<String> state(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Routed routed -> routed.note().map(note -> "ROUTED:" + note);
            case Outcome.Held held -> Optional.of(held.reason().equals("CONSENT") ? "HELD" : "HELD:" + held.reason());
            case Outcome.Withdrawn ignored -> Optional.of("WITHDRAWN");
            case Outcome.Duplicate ignored -> Optional.of("DUPLICATE");
            case Outcome.Refused refused -> Optional.of("REFUSED:" + refused.reason());
        };
    }

    private static void steps(
            Decision decision, Consequence.Kind kind, Predicate<StepChange> which, List<Consequence> all) {
        decision.steps().stream()
                .filter(which)
                .forEach(
                        change -> all.add(Consequence.ofStep(kind, change.step().code())));
    }

    private static boolean leavesUnowned(StepChange change) {
        return change.change() != StepChange.Change.CLOSED && change.step().isUnowned();
    }

    private static Consequence of(HoldChange change) {
        HeldNotice held = change.notice();
        Consequence.Kind kind = Consequence.Kind.valueOf(change.change().name());
        String categories = kind != Consequence.Kind.HELD
                ? ""
                : held.scope().stream()
                        .map(scope -> scope.abbreviation())
                        .sorted()
                        .collect(Collectors.joining(" "));
        return Consequence.ofHeld(kind, held.role().name(), who(held.recipient()), held.view(), categories);
    }

    private static Consequence of(Recall recall, Case after) {
        SentNotice sent = after.sent().values().stream()
                .flatMap(List::stream)
                .filter(notice -> notice.sequence() == recall.sequence())
                .findFirst()
                .orElseThrow();
        return Consequence.ofHeld(
                Consequence.Kind.RECALLED, sent.role().name(), who(sent.recipient()), sent.view(), "");
    }

    private static Consequence of(NoticeDraft notice, Case after, Predicate<PartyId> isDown) {
        Recipient recipient = notice.recipient();
        boolean stillThere = after.roles().stream()
                .anyMatch(held -> held.role() == notice.role() && held.holder().equals(recipient));
        String former = recipient
                .person()
                .filter(person -> !stillThere)
                .map(person -> "(" + person + ")")
                .orElse("");
        return Consequence.notice(
                notice.role() + former,
                who(recipient),
                notice.view(),
                notice.step().map(step -> step.code()).orElse(""),
                notice.step().flatMap(step -> step.due()),
                notice.event().action(),
                isDown.test(recipient.party()));
    }

    private static String who(Recipient recipient) {
        return recipient.party()
                + recipient.person().map(person -> "/" + person).orElse("");
    }
}
