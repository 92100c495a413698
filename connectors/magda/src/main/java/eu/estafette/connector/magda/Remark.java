package eu.estafette.connector.magda;

import eu.estafette.kit.identifier.IdentifierCheck;
import eu.estafette.kit.identifier.IdentifierScheme;
import eu.estafette.kit.xml.ElementText;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An {@code Uitzondering}. What it means follows from its code alone; its texts are not to be relied on.
 *
 * @param failed  {@code FOUT}: what was asked was not done
 * @param informs {@code INFORMATIE}: nothing is to be done otherwise
 * @param numbers of persons that stand in it
 */
record Remark(String code, boolean failed, boolean informs, List<String> numbers) {

    private static final Pattern ELEVEN_DIGITS = Pattern.compile("(?<!\\d)\\d{11}(?!\\d)");

    Remark {
        numbers = List.copyOf(numbers);
    }

    /** @param exception one that keeps the schema */
    static Remark of(ElementText exception) {
        String type = exception.text("Type");
        return new Remark(
                Objects.requireNonNull(exception.text("Identificatie")),
                "FOUT".equals(type),
                !"FOUT".equals(type) && !"WAARSCHUWING".equals(type),
                numbersIn(exception).distinct().toList());
    }

    private static Stream<String> numbersIn(ElementText element) {
        List<ElementText> children = element.children();
        return children.isEmpty()
                ? ELEVEN_DIGITS
                        .matcher(element.element().getTextContent())
                        .results()
                        .map(MatchResult::group)
                        .filter(Remark::isPerson)
                : children.stream().flatMap(Remark::numbersIn);
    }

    private static boolean isPerson(String digits) {
        return IdentifierScheme.INSZ.check(digits, LocalDate.MAX) instanceof IdentifierCheck.Valid;
    }

    /** The one number in it that is not the one it is about; where there are more, nobody can tell. */
    Optional<String> otherThan(String number) {
        List<String> others =
                numbers.stream().filter(other -> !other.equals(number)).toList();
        return others.size() == 1 ? Optional.of(others.getFirst()) : Optional.empty();
    }

    /** Without numbers. */
    @Override
    public String toString() {
        return code;
    }
}
