package eu.estafette.connector.trainingcsv;

import eu.estafette.domain.event.Action;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.Region;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of one line, as spreadsheets write them: 2026-03-02 or 02/03/2026, 38.5 or 38,5. Gathers what cannot be read. */
final class LineValues {

    private static final DateTimeFormatter SPREADSHEET =
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT);

    private final Map<Column, String> values;
    private final List<Issue> faults = new ArrayList<>();

    LineValues(Map<Column, String> values) {
        this.values = values;
    }

    @Nullable
    String text(Column column) {
        String text = values.get(column);
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Nullable
    LocalDate date(Column column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return text.indexOf('-') == 4
                    ? LocalDate.parse(text)
                    : LocalDate.parse(text.replace('-', '/').replace('.', '/'), SPREADSHEET);
        } catch (DateTimeException e) {
            fault("invalidDate", column, text, "expected a date such as 2026-03-02 or 02/03/2026");
            return null;
        }
    }

    @Nullable
    BigDecimal decimal(Column column) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        try {
            return new BigDecimal(text.replace(',', '.'));
        } catch (NumberFormatException e) {
            fault("invalidNumber", column, text, "expected a number such as 38.5 or 38,5");
            return null;
        }
    }

    Optional<Integer> version() {
        String text = text(Column.VERSION);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            fault("invalidNumber", Column.VERSION, text, "expected a whole number from 1");
            return Optional.empty();
        }
    }

    Action action() {
        String text = text(Column.ACTION);
        if (text == null) {
            return Action.ORIGINAL;
        }
        try {
            return Action.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            fault("unknownAction", Column.ACTION, text, "expected " + List.of(Action.values()));
            return Action.ORIGINAL;
        }
    }

    /** Which numbers persons have where the party works, unless the line says otherwise. */
    String scheme(Party party) {
        String text = text(Column.SCHEME);
        return text != null ? text.toUpperCase(Locale.ROOT) : party.region() == Region.NL ? "BSN" : "INSZ";
    }

    private void fault(String code, Column column, String value, String detail) {
        faults.add(new Issue(Stage.SYNTAX, code, "line", column.title(), Optional.of(value), detail));
    }

    List<Issue> faults() {
        return List.copyOf(faults);
    }
}
