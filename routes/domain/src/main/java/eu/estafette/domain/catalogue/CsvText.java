package eu.estafette.domain.catalogue;

import java.util.ArrayList;
import java.util.List;

/**
 * A file of comma-separated values: comment lines start with {@code #}, the first other line names the columns, a cell in double quotes
 * may hold commas and doubled quotes. Blank lines are skipped.
 *
 * @param comments without their {@code #}, each with its line
 */
public record CsvText(String file, List<Comment> comments, List<String> columns, List<CsvRow> rows) {

    public CsvText {
        comments = List.copyOf(comments);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** What a comment line says. */
    public record Comment(int line, String text) {}

    public static CsvText parse(String file, String text) {
        List<Comment> comments = new ArrayList<>();
        List<CsvRow> rows = new ArrayList<>();
        List<String> columns = List.of();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (line.startsWith("#")) {
                comments.add(new Comment(number, line.substring(1).strip()));
            } else if (columns.isEmpty()) {
                columns = cells(line);
            } else {
                rows.add(new CsvRow(file, number, cells(line)));
            }
        }
        return new CsvText(file, comments, columns, rows);
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char here = line.charAt(at);
            if (here == '"') {
                boolean doubled = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append('"');
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (here == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(here);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
