package eu.estafette.domain.catalogue;

/**
 * A clock that rows start and stop.
 *
 * @param object what it runs for
 * @param rings  when, in the words of {@code clocks.csv}
 */
public record ClockSpec(String name, String object, String rings) {

    static ClockSpec parse(CsvRow row) {
        return new ClockSpec(row.cell(0), row.cell(1), row.cell(2));
    }
}
