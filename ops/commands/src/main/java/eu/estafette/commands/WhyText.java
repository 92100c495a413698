package eu.estafette.commands;

import eu.estafette.domain.table.Row;
import eu.estafette.domain.table.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** Why a row fires or does not, in words: of one that does not, only what stands in its way. */
final class WhyText {

    private WhyText() {}

    static String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Always ignored -> "always";
            case Verdict.Weighed weighed ->
                weighed.answers().stream()
                        .filter(answer -> answer.holds() == weighed.fires())
                        .map(WhyText::answer)
                        .collect(Collectors.joining("; "));
            case Verdict.Otherwise otherwise ->
                otherwise
                        .instead()
                        .map(Row::id)
                        .map(id -> id + " took its place")
                        .orElse("no other act row matches");
        };
    }

    private static String answer(Verdict.Answer answer) {
        String is = answer.condition().fact() + " is " + answer.value();
        if (answer.holds()) {
            return is;
        }
        return answer.condition().negated() ? is + ", and may not be" : is + ", not " + or(answer.expected());
    }

    private static String or(List<String> values) {
        return String.join(" or ", values);
    }
}
