package eu.estafette.kit.check;

import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the person's number in texts that travel openly, however it is typed. Of a person known only by caseRef the number is not known;
 * there every run of digits that could be one is tried against the subject key.
 */
final class PersonNumbers {

    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

    private final List<Known> known;
    private final SubjectKey subject;
    private final Tokens tokens;

    /** A number the message holds, in its own form. */
    record Known(String scheme, String number) {

        @Override
        public String toString() {
            return scheme;
        }
    }

    PersonNumbers(List<Known> known, SubjectKey subject, Tokens tokens) {
        this.known = List.copyOf(known);
        this.subject = subject;
        this.tokens = tokens;
    }

    boolean standIn(String text) {
        return candidates(NO_DIGIT.matcher(text).replaceAll("")).anyMatch(this::isThePersons);
    }

    private boolean isThePersons(Known candidate) {
        return known.isEmpty()
                ? tokens.subjectKey(candidate.scheme(), candidate.number()).equals(subject)
                : known.contains(candidate);
    }

    /** A BSN that lost its leading zero is still that BSN. */
    private static Stream<Known> candidates(String digits) {
        return Stream.of(
                        runs(digits, 11, run -> new Known("INSZ", run)),
                        runs(digits, 9, run -> new Known("BSN", run)),
                        runs(digits, 8, run -> new Known("BSN", "0" + run)))
                .flatMap(runs -> runs);
    }

    private static Stream<Known> runs(String digits, int length, Function<String, Known> number) {
        return IntStream.rangeClosed(0, digits.length() - length)
                .mapToObj(start -> number.apply(digits.substring(start, start + length)));
    }
}
