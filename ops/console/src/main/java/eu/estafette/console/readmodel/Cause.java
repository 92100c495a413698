package eu.estafette.console.readmodel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Why a notice died, without all that differs from one failure to the next, so that equal faults read equally: numbers, dates, ids and
 * hexadecimal runs become {@code #}, what stands in quotation marks becomes {@code "…"}.
 */
final class Cause {

    private static final int LONGEST = 300;

    private record Rule(Pattern found, String instead) {

        static Rule of(String found, String instead) {
            return new Rule(Pattern.compile(found), instead);
        }
    }

    /** In this order: an id is one thing, not the numbers in it. */
    private static final List<Rule> RULES = List.of(
            // an apostrophe within a word opens no quotation
            Rule.of("\"[^\"]*\"|“[^”]*”|«[^»]*»|`[^`]*`|(?<!\\w)'[^']*'(?!\\w)", "\"…\""),
            Rule.of("\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b", "#"),
            Rule.of("\\b[A-Z]1-[0-9A-Za-z]+", "#"),
            Rule.of("\\b\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:?\\d{2})?)?", "#"),
            Rule.of("\\b0x[0-9a-fA-F]+\\b|\\b(?=[a-fA-F]*\\d)[0-9a-fA-F]{6,}\\b", "#"),
            // one that holds digits among its letters is an id as well
            Rule.of("\\b(?=[A-Za-z_]*\\d)(?=\\d*[A-Za-z_])\\w{8,}\\b", "#"),
            Rule.of("\\d+([.,:]\\d+)*", "#"),
            Rule.of("\\s+", " "));

    private Cause() {}

    /** @param reason stands in where there is no detail */
    static String of(@Nullable String reason, @Nullable String detail) {
        String text = Optional.ofNullable(detail)
                .filter(said -> !said.isBlank())
                .or(() -> Optional.ofNullable(reason))
                .orElse("unknown");
        for (Rule rule : RULES) {
            text = rule.found().matcher(text).replaceAll(rule.instead());
        }
        return text.strip().substring(0, Math.min(LONGEST, text.strip().length()));
    }
}
