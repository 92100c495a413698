package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Values of the hub's answers as they are shown to people. */
final class Text {

    /** Business keys are chosen by partners; a terminal must not take one for a command. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}|\\p{Cf}");

    private Text() {}

    static Optional<String> of(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() ? Optional.of(clean(value.asText())) : Optional.empty();
    }

    /** A field that every answer has; a dash where a hub of another release left it out. */
    static String always(JsonNode node, String field) {
        return of(node, field).orElse("-");
    }

    /** {@code COACH_ORGANISATION} as {@code coach organisation}. */
    static String words(String code) {
        return code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /** A list's words, with commas. */
    static String list(JsonNode words) {
        return StreamSupport.stream(words.spliterator(), false)
                .map(word -> clean(word.asText()))
                .collect(Collectors.joining(", "));
    }

    /** {@code 1 step}, {@code 2 steps}. */
    static String count(long many, String noun) {
        return many + " " + noun + (many == 1 ? "" : "s");
    }

    private static String clean(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }
}
