package eu.estafette.commands;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of text in columns as wide as their widest cell. */
final class Table {

    private static final String GAP = "  ";

    private final List<Align> columns;
    private final List<List<String>> rows = new ArrayList<>();
    private String indent = "";

    enum Align {
        LEFT,
        RIGHT
    }

    Table(Align... columns) {
        this.columns = List.of(columns);
    }

    static Table leftAligned(int columns) {
        var all = new Align[columns];
        Arrays.fill(all, Align.LEFT);
        return new Table(all);
    }

    Table indented() {
        indent = GAP;
        return this;
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    void print(PrintWriter out) {
        int[] widths = new int[columns.size()];
        rows.forEach(row -> {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        });
        rows.forEach(row -> out.println((indent + line(row, widths)).stripTrailing()));
    }

    private String line(List<String> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String cell = row.get(column);
            String padding = " ".repeat(widths[column] - width(cell));
            cells.add(columns.get(column) == Align.RIGHT ? padding + cell : cell + padding);
        }
        return String.join(GAP, cells);
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
