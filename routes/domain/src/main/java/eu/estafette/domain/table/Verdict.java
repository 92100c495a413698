package eu.estafette.domain.table;

import java.util.List;
import java.util.Optional;

/** Whether a row fires on an event, and what decided that. For people who ask why; decisions themselves only ask which rows fire. */
public sealed interface Verdict {

    Row row();

    boolean fires();

    /** A row that asks nothing. */
    record Always(Row row) implements Verdict {

        @Override
        public boolean fires() {
            return true;
        }
    }

    /** A row with conditions, in the order in which they stand in the table: it fires if all hold. */
    record Weighed(Row row, List<Answer> answers) implements Verdict {

        public Weighed {
            answers = List.copyOf(answers);
        }

        @Override
        public boolean fires() {
            return answers.stream().allMatch(Answer::holds);
        }
    }

    /**
     * A row that waits for all others of its aspect to fail.
     *
     * @param instead the act row that took its place; absent if it fires
     */
    record Otherwise(Row row, Optional<Row> instead) implements Verdict {

        @Override
        public boolean fires() {
            return instead.isEmpty();
        }
    }

    /**
     * A condition and what the case answers.
     *
     * @param expected the values it names, in the fact's order
     * @param value    the one that counts, which is OTHER or NONE for what the fact does not know; empty if it has neither
     */
    record Answer(When.Condition condition, List<String> expected, String value, boolean holds) {

        public Answer {
            expected = List.copyOf(expected);
        }
    }
}
