package eu.estafette.domain.table;

import java.util.List;
import java.util.Set;

/** On what facts a row fires. */
public sealed interface When {

    record Always() implements When {}

    /** No other act row of the same event and aspect matches. */
    record Otherwise() implements When {}

    /** All of these hold. */
    record All(List<Condition> conditions) implements When {

        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** A fact has one of the values, or, negated, none of them. */
    record Condition(String fact, boolean negated, Set<String> values) {

        public Condition {
            values = Set.copyOf(values);
        }
    }
}
