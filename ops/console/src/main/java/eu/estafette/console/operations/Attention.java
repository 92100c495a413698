package eu.estafette.console.operations;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something an operator should look at.
 *
 * @param code  stable, for scripts
 * @param count how many
 * @param text  one sentence: what, and what to do
 */
record Attention(String code, long count, String text) {

    /** Absent if there is none of it. */
    static Optional<Attention> of(String code, long count, String text) {
        return count == 0 ? Optional.empty() : Optional.of(new Attention(code, count, text));
    }

    @SafeVarargs
    static List<Attention> list(Optional<Attention>... maybe) {
        return Stream.of(maybe).flatMap(Optional::stream).toList();
    }
}
