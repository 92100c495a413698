package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Chain;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Receiver;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.view.Sight;
import eu.estafette.domain.view.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells those whom the inform rows name, each in a view it may have. An INFORM never goes to the operators. */
final class Informing {

    private static final String ROLE_CARD = "role-card";

    private static final Receiver MAKER = new Receiver.Maker();

    private final Catalogue catalogue;
    private final Turn turn;
    private final Outbox outbox;
    private final Materials materials;
    private final Sight sight;

    Informing(Catalogue catalogue, Turn turn, Outbox outbox, Materials materials) {
        this.catalogue = catalogue;
        this.turn = turn;
        this.outbox = outbox;
        this.materials = materials;
        this.sight = turn.table().sight();
    }

    void inform(List<Row> firing) {
        inform(firing, anybody -> false);
    }

    /** @param known who has heard of this before */
    void inform(List<Row> firing, Predicate<Recipient> known) {
        for (Row row : firing) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.InformView(String name)) {
                    Optional<View> view = catalogue.views().named(name);
                    view.ifPresent(found -> tellAll(row, Optional.of(found), known));
                } else if (effect instanceof Effect.InformOwn) {
                    tellAll(row, Optional.empty(), known);
                }
            }
        }
    }

    /** Who was replaced hears by whom. */
    void tellReplaced() {
        if (turn.event().type() == EventType.ROLE_ASSIGNED) {
            for (RoleHolder gone : turn.roles().gone()) {
                Holding former = new Holding(gone.role(), gone.holder());
                catalogue
                        .views()
                        .named(ROLE_CARD)
                        .ifPresent(view -> tell(former, readable(view, gone.role()), Optional.empty()));
            }
        }
    }

    private void tellAll(Row row, Optional<View> named, Predicate<Recipient> known) {
        for (Chain group : row.who().groups()) {
            if (group.receivers().contains(MAKER)) {
                named.ifPresent(view -> tellMakers(row, view));
                continue;
            }
            for (Holding holding : present(group)) {
                if (known.test(holding.recipient())) {
                    continue;
                }
                List<View> views = named.isPresent()
                        ? readable(named.get(), holding.role())
                        : sight.family(turn.event().type(), holding.role());
                tell(holding, views, Optional.of(row.id()));
            }
        }
    }

    /** Each of its own appointment, which is all that it hears of. */
    private void tellMakers(Row row, View view) {
        for (CaseObject missed : Appointments.missed(turn)) {
            Optional<Holding> maker = Receivers.of(turn).maker(missed);
            Optional<Material> material =
                    Appointments.line(missed).flatMap(line -> materials.ofLine(view, missed.key(), line.line()));
            if (maker.isPresent()
                    && material.isPresent()
                    && sight.mayRead(view, maker.get().role())) {
                outbox.inform(maker.get(), view, material.get(), row, cause(maker.get(), missed));
            }
        }
    }

    private Cause cause(Holding maker, CaseObject missed) {
        LineHistory line = Appointments.line(missed).orElseThrow();
        return new Cause(
                turn.event().id(), line.line(), maker.role().name(), turn.today(), Action.ORIGINAL, line.highest());
    }

    private List<View> readable(View view, Role role) {
        return sight.mightRead(view, role) ? List.of(view) : List.of();
    }

    /** In the widest of the views that the receiver may have; in a wider one once there is consent. */
    private void tell(Holding to, List<View> views, Optional<String> rule) {
        Choice choice = Consenting.choose(turn, views, to.role(), turn.object());
        choice.now()
                .ifPresent(
                        view -> materials.ofEvent(view).ifPresent(material -> outbox.inform(to, view, material, rule)));
        choice.later().ifPresent(view -> outbox.holds().inform(to, view, choice.missing(), turn.object(), rule));
    }

    /** The first present of a group; of a role that several hold all of them. */
    private List<Holding> present(Chain group) {
        Receivers receivers = Receivers.of(turn);
        for (Receiver receiver : group.receivers()) {
            List<Holding> all = receivers.all(receiver);
            if (!all.isEmpty()) {
                return all.getFirst().isOperator() ? List.of() : all;
            }
        }
        return List.of();
    }
}
