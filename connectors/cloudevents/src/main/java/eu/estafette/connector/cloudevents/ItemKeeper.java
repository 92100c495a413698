package eu.estafette.connector.cloudevents;

import eu.estafette.connector.cloudevents.Item.Good;
import eu.estafette.connector.cloudevents.Item.Refused;
import eu.estafette.connector.cloudevents.Post.Fit;
import eu.estafette.connector.cloudevents.Post.Kept;
import eu.estafette.kit.intake.EventKeeper;
import eu.estafette.kit.intake.EventKeeper.Outcome;
import eu.estafette.kit.problem.Problem;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the good events of a call kept, and puts what became of each into HTTP's words. */
final class ItemKeeper {

    private static final Logger log = LoggerFactory.getLogger(ItemKeeper.class);

    private final EventKeeper keeper;

    ItemKeeper(EventKeeper keeper) {
        this.keeper = keeper;
    }

    List<Item<Kept>> keep(List<Item<Fit>> items) {
        Iterator<Outcome> outcomes = keeper.keep(items.stream()
                        .flatMap(
                                item -> item instanceof Good<Fit>(Fit fit) ? Stream.of(fit.accepted()) : Stream.empty())
                        .toList())
                .iterator();
        return items.stream()
                .map(item -> item.then(fit -> said(fit, outcomes.next())))
                .toList();
    }

    private static Item<Kept> said(Fit fit, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Kept(var at) ->
                new Good<>(new Kept(fit.id(), fit.source(), fit.accepted().droppedFields(), at));
            case Outcome.Unconfirmed ignored -> new Refused<>(Optional.of(fit.id()), Problem.unavailable());
            case Outcome.Failed(Throwable cause) -> failed(fit, cause);
        };
    }

    private static Item<Kept> failed(Fit fit, Throwable cause) {
        Problem problem = Problem.internal();
        log.atError()
                .addKeyValue("instance", problem.instance())
                .addKeyValue("event", fit.id())
                .setCause(cause)
                .log("event not kept");
        return new Refused<>(Optional.of(fit.id()), problem);
    }
}
