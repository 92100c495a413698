package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.view.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Puts a step before its owner: with the operators without a notice, with anybody else with one in the view the owner may have. */
final class Offers {

    private final Catalogue catalogue;
    private final Steps steps;
    private final Turn turn;
    private final Outbox outbox;
    private final Materials materials;

    Offers(Catalogue catalogue, Steps steps, Turn turn, Outbox outbox, Materials materials) {
        this.catalogue = catalogue;
        this.steps = steps;
        this.turn = turn;
        this.outbox = outbox;
        this.materials = materials;
    }

    /** A step that is open again because what closed it never happened. It tells of what opened it, if that is known. */
    void reopened(OpenStep step, Optional<Cause> opener) {
        offer(
                step,
                openedBy(step),
                view -> materials.ofObject(view, step.object()),
                StepChange.Change.REOPENED,
                opener);
    }

    /** The view in which the owner of a step that is open already may see it. */
    Optional<View> viewOf(OpenStep step) {
        return choice(step, step.owner(), openedBy(step)).now();
    }

    /** A step that the event itself opens. */
    void opened(OpenStep step) {
        offer(step, Set.of(turn.event().type()), view -> materials.ofEvent(view), StepChange.Change.OPENED);
    }

    /** A step that was open already and has another owner now. */
    void moved(OpenStep step) {
        offer(step, openedBy(step), view -> materials.ofObject(view, step.object()), StepChange.Change.MOVED);
    }

    /** A step whose notice is asked back, once more to the same owner in what it may see now. */
    void again(OpenStep step) {
        offer(step, openedBy(step), view -> materials.ofObject(view, step.object()), StepChange.Change.OPENED);
    }

    /** A step that waited for consent. */
    void released(OpenStep step, View view, Material material, Cause cause) {
        Holding owner = new Holding(step.owner(), step.holder());
        OpenStep offered = outbox.act(step, owner, view, material, steps.outcomes(step.code()), cause);
        steps.put(turn.draft(), offered);
        outbox.changed(offered, StepChange.Change.OPENED);
    }

    /** Whether a role has a view in which it could be given a step that is open already. */
    boolean couldSee(OpenStep step, Role role) {
        return choice(step, role, openedBy(step)).now().isPresent();
    }

    private void offer(
            OpenStep step,
            Set<EventType> openedBy,
            Function<View, Optional<Material>> source,
            StepChange.Change change) {
        offer(step, openedBy, source, change, Optional.empty());
    }

    private void offer(
            OpenStep step,
            Set<EventType> openedBy,
            Function<View, Optional<Material>> source,
            StepChange.Change change,
            Optional<Cause> cause) {
        OpenStep offered = step.isUnowned() ? step : offered(step, choice(step, step.owner(), openedBy), source, cause);
        steps.put(turn.draft(), offered);
        outbox.changed(offered, change);
    }

    /** Without a view that its owner may ever have a step is nobody's, and falls to the operators. */
    private OpenStep offered(
            OpenStep step, Choice choice, Function<View, Optional<Material>> source, Optional<Cause> cause) {
        Holding owner = new Holding(step.owner(), step.holder());
        Optional<Material> now = choice.now().flatMap(source);
        if (now.isPresent()) {
            choice.later().ifPresent(view -> outbox.holds()
                    .widerOfAct(owner, view, choice.missing(), step.object(), step.rule()));
            View view = choice.now().get();
            List<String> outcomes = steps.outcomes(step.code());
            return cause.isPresent()
                    ? outbox.act(step, owner, view, now.get(), outcomes, cause.get())
                    : outbox.act(step, owner, view, now.get(), outcomes);
        }
        if (choice.later().isEmpty()) {
            return Steps.ownedBy(step, Holding.OPERATOR, Optional.empty(), step.passed());
        }
        outbox.holds().act(step, choice.later().get(), choice.missing());
        return Steps.ownedBy(step, owner, Optional.empty(), step.passed());
    }

    private Choice choice(OpenStep step, Role role, Set<EventType> openedBy) {
        List<View> candidates = new ArrayList<>();
        catalogue
                .steps()
                .viewOf(step.code())
                .flatMap(catalogue.views()::named)
                .filter(view -> turn.table().sight().mightRead(view, role))
                .ifPresent(candidates::add);
        openedBy.forEach(type -> candidates.addAll(turn.table().sight().family(type, role)));
        return Consenting.choose(turn, candidates, role, step.object());
    }

    /** The type of the event that opened a step: of those its row is for the one that the object heard of last. */
    private Set<EventType> openedBy(OpenStep step) {
        Set<EventType> candidates = step.rule()
                .flatMap(turn.table()::row)
                .map(Row::on)
                .orElseGet(() -> EnumSet.copyOf(Arrays.asList(EventType.values())));
        return turn.draft()
                .object(step.object())
                .flatMap((CaseObject object) -> Materials.lastOf(object, candidates))
                .map((LineHistory line) -> Set.of(line.line().type()))
                .orElse(Set.of());
    }
}
