package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Sight;
import eu.estafette.domain.view.View;
import java.util.List;
import java.util.Optional;

/** Nobody is asked to act on, or told, what the role may never see. */
final class RowSightCheck {

    private static final String STEP_CARD = "step-card";

    private final Catalogue catalogue;
    private final Sight sight;
    private final String table;
    private final Faults faults;

    RowSightCheck(Catalogue catalogue, Sight sight, String table, Faults faults) {
        this.catalogue = catalogue;
        this.sight = sight;
        this.table = table;
        this.faults = faults;
    }

    void check(Row row) {
        for (Effect effect : row.effects()) {
            switch (effect) {
                case Effect.Act(String step) -> checkAct(row, step);
                case Effect.InformView(String view) -> checkInform(row, view);
                case Effect.InformOwn ignored -> {}
                case Effect.NoAct ignored -> {}
                case Effect.Close ignored -> {}
                case Effect.Rest ignored -> {}
                case Effect.StartClock ignored -> {}
                case Effect.StopClock ignored -> {}
            }
        }
    }

    private void checkAct(Row row, String step) {
        Optional<View> named = catalogue.steps().viewOf(step).flatMap(catalogue.views()::named);
        for (EventType event : row.on()) {
            for (Role role : roles(row.who().chain(), event)) {
                require(row, role, mightAct(named, event, role), "a view for " + step);
            }
            for (Role role : roles(row.ifSilent().own(), event)) {
                require(row, role, mightAct(named, event, role), "a view for " + step);
            }
        }
        row.ifSilent().tell().forEach(role -> require(row, role, might(STEP_CARD, role), STEP_CARD));
    }

    private boolean mightAct(Optional<View> named, EventType event, Role role) {
        return named.filter(view -> sight.mightRead(view, role)).isPresent()
                || catalogue.views().familyOf(event).stream().anyMatch(view -> sight.mightRead(view, role));
    }

    private void checkInform(Row row, String view) {
        for (EventType event : row.on()) {
            row.who().groups().forEach(group -> roles(group, event)
                    .forEach(role -> require(row, role, might(view, role), view)));
        }
    }

    private boolean might(String view, Role role) {
        return catalogue
                .views()
                .named(view)
                .filter(found -> sight.mightRead(found, role))
                .isPresent();
    }

    private void require(Row row, Role role, boolean holds, String what) {
        if (!holds) {
            faults.add(row.place()
                    .fault(RulesetFault.Kind.NOT_ENTITLED, "in %s, %s may never get %s".formatted(table, role, what)));
        }
    }

    /** The roles named; SENDER, ASKER and MAKER stand for roles that only the case tells. */
    private static List<Role> roles(Chain chain, EventType ignored) {
        return chain.receivers().stream()
                .filter(Receiver.OfRole.class::isInstance)
                .map(receiver -> ((Receiver.OfRole) receiver).role())
                .filter(role -> role != Role.OPERATOR)
                .toList();
    }
}
