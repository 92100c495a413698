package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.view.View;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        Optional<NoticeDraft.About> about = opener.map(Outbox::about);
        offer(step, openedBy(step), view -> materials.ofObject(view, step.object()), StepChange.Change.REOPENED, about);
    }

    /** The view in which the owner of a step that is open already sees it. */
    Optional<View> viewOf(OpenStep step) {
        return view(step, step.owner(), openedBy(step));
    }

    /** A step that the event itself opens. */
    void opened(OpenStep step) {
        Set<EventType> openedBy = EnumSet.of(turn.event().type());
        offer(step, openedBy, view -> materials.ofEvent(view), StepChange.Change.OPENED, Optional.empty());
    }

    /** A step that was open already and has another owner now. */
    void moved(OpenStep step) {
        offer(
                step,
                openedBy(step),
                view -> materials.ofObject(view, step.object()),
                StepChange.Change.MOVED,
                Optional.empty());
    }

    /** Whether a role has a view in which it could be given a step that is open already. */
    boolean couldSee(OpenStep step, Role role) {
        return view(step, role, openedBy(step)).isPresent();
    }

    private void offer(
            OpenStep step,
            Set<EventType> openedBy,
            java.util.function.Function<View, Optional<Material>> source,
            StepChange.Change change,
            Optional<NoticeDraft.About> about) {
        OpenStep offered = step;
        if (!step.isUnowned()) {
            Optional<View> view = view(step, step.owner(), openedBy);
            Optional<Material> material = view.flatMap(source);
            if (view.isPresent() && material.isPresent()) {
                Holding owner = new Holding(step.owner(), step.holder());
                List<String> outcomes = steps.outcomes(step.code());
                offered = about.isPresent()
                        ? outbox.act(step, owner, view.get(), material.get(), outcomes, about.get())
                        : outbox.act(step, owner, view.get(), material.get(), outcomes);
            } else {
                offered =
                        Steps.ownedBy(step, new Holding(step.owner(), step.holder()), Optional.empty(), step.passed());
                outbox.waitForConsent();
            }
        }
        steps.put(turn.draft(), offered);
        outbox.changed(offered, change);
    }

    private Optional<View> view(OpenStep step, Role role, Set<EventType> openedBy) {
        Optional<View> named = catalogue
                .steps()
                .viewOf(step.code())
                .flatMap(catalogue.views()::named)
                .filter(view -> turn.table().sight().mayRead(view, role));
        return named.isPresent()
                ? named
                : openedBy.stream()
                        .map(type -> turn.table().sight().widest(type, role))
                        .flatMap(Optional::stream)
                        .findFirst();
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
