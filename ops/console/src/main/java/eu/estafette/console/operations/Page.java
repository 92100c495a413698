package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.problem.BadParameterException;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Part of a list.
 *
 * @param next      to be given back as {@code after}; absent at the end
 * @param attention about the whole list, not this part of it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record Page<T>(List<T> items, Optional<String> next, List<Attention> attention) {

    /** Which part is asked for: at most {@code limit} rows whose number is higher than {@code after}. */
    record Request(long after, int limit) {

        private static final int MOST = 1_000;

        static Request of(Optional<String> after, int limit) {
            if (limit < 1 || limit > MOST) {
                throw new BadParameterException(
                        "limit", Integer.toString(limit), "Use a number from 1 to " + MOST + ".");
            }
            try {
                return new Request(after.map(Long::parseUnsignedLong).orElse(0L), limit);
            } catch (NumberFormatException e) {
                throw new BadParameterException(
                        "after", after.orElse(""), "Give back the next of an earlier answer, or leave it out.");
            }
        }

        /** How many rows to ask for, so that it shows whether there are more. */
        int oneMore() {
            return limit + 1;
        }
    }

    /** @param number what the rows are ordered by */
    static <T> Page<T> of(List<T> found, Request request, ToLongFunction<T> number, List<Attention> attention) {
        if (found.size() <= request.limit()) {
            return new Page<>(found, Optional.empty(), attention);
        }
        List<T> items = found.subList(0, request.limit());
        return new Page<>(items, Optional.of(Long.toString(number.applyAsLong(items.getLast()))), attention);
    }
}
