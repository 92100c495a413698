package eu.estafette.connector.cloudevents;

import eu.estafette.kit.problem.Problem;
import java.util.Optional;
import java.util.function.Function;

/** One event of a call on its way through the steps: still good, or refused for a reason of its own. */
sealed interface Item<T> {

    record Good<T>(T value) implements Item<T> {}

    /** The id as the sender gave it, where it could be read. */
    record Refused<T>(Optional<String> id, Problem problem) implements Item<T> {}

    /** What is good goes through the next step; what is refused stays so. */
    default <R> Item<R> then(Function<T, Item<R>> step) {
        return switch (this) {
            case Good<T>(T value) -> step.apply(value);
            case Refused<T>(Optional<String> id, Problem problem) -> new Refused<>(id, problem);
        };
    }
}
