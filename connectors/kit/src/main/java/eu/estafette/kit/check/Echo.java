package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Decides which of the sender's values go back in a problem report, which ends up in logs and tickets. Person numbers never do: neither
 * those the message is about, wherever they were typed, nor anything else that is as long as one.
 */
final class Echo {

    private static final int LONGEST = 100;
    private static final Pattern LIKE_A_NUMBER = Pattern.compile("[0-9](?:[.\\-\\s]?[0-9]){8,}");
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Set<String> PERSON_FIELDS = Set.of("subject", "old", "new");

    private final Set<String> numbers;

    private Echo(Set<String> numbers) {
        this.numbers = numbers;
    }

    static Echo of(IncomingEvent message) {
        Set<String> numbers = new TreeSet<>();
        for (String field : PERSON_FIELDS) {
            JsonNode number = message.data().path(field).path("number");
            String digits = digits(number.asText(""));
            if (digits.length() >= 5) {
                numbers.add(digits);
                numbers.add(digits.replaceFirst("^0+", ""));
            }
        }
        return new Echo(numbers);
    }

    Optional<String> value(String value) {
        return isQuotable(value) ? Optional.of(value) : Optional.empty();
    }

    /** A path, which holds what the sender wrote where it names a field that does not exist. */
    String name(String path) {
        return isQuotable(path) ? path : path.substring(0, Math.max(0, path.lastIndexOf('.') + 1)) + "…";
    }

    private boolean isQuotable(String text) {
        String digits = digits(text);
        return text.length() <= LONGEST
                && !LIKE_A_NUMBER.matcher(text).find()
                && numbers.stream().noneMatch(number -> !number.isEmpty() && digits.contains(number));
    }

    private static String digits(String text) {
        return NO_DIGIT.matcher(text).replaceAll("");
    }
}
