package eu.estafette.connector.trainingcsv;

import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The first line of a file: which column stands where, and whether semicolons or commas stand between them. */
record CsvHeader(CSVFormat format, List<Column> columns) {

    /** @throws FileRefusedException naming every column that is missing, unknown or there twice */
    static CsvHeader of(String line) throws FileRefusedException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(line.indexOf(';') >= 0 ? ';' : ',')
                .setIgnoreSurroundingSpaces(true)
                .get();
        List<Column> columns = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (String title : values(format, line).orElseThrow(() -> refused("cannot be read as CSV"))) {
            Optional<Column> column = Column.of(title);
            if (column.isEmpty()) {
                faults.add("\"" + printable(title) + "\" is no column");
            } else if (columns.contains(column.get())) {
                faults.add("\"" + title + "\" is there twice");
            }
            column.ifPresent(columns::add);
        }
        Arrays.stream(Column.values())
                .filter(column -> column.isRequired() && !columns.contains(column))
                .forEach(column -> faults.add("\"" + column.title() + "\" is missing"));
        if (!faults.isEmpty()) {
            throw refused(String.join("; ", faults) + ". Known are "
                    + String.join(
                            ", ",
                            Arrays.stream(Column.values()).map(Column::title).toList()));
        }
        return new CsvHeader(format, List.copyOf(columns));
    }

    /** What stands in a line; empty if its quotes do not match, or it has more or fewer values than the header has columns. */
    Optional<Map<Column, String>> read(String line) {
        return values(format, line)
                .filter(values -> values.size() == columns.size())
                .map(values -> {
                    Map<Column, String> byColumn = new EnumMap<>(Column.class);
                    for (int at = 0; at < columns.size(); at++) {
                        byColumn.put(columns.get(at), values.get(at));
                    }
                    return byColumn;
                });
    }

    private static Optional<List<String>> values(CSVFormat format, String line) {
        try (CSVParser parser = CSVParser.parse(line, format)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
        } catch (IOException | IllegalStateException | java.io.UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static FileRefusedException refused(String detail) {
        return new FileRefusedException(
                new Issue(Stage.SYNTAX, "badHeader", "line", "header", Optional.empty(), detail));
    }

    private static String printable(String title) {
        String text = title.replaceAll("\\p{Cntrl}", "?");
        return text.length() <= 40 ? text : text.substring(0, 40);
    }
}
