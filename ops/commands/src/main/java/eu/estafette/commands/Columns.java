package eu.estafette.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Rows of text under each other, each column as wide as its widest cell. A column of nothing but numbers stands to the right. */
final class Columns {

    private static final String GAP = "  ";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final List<String> heads;
    private final List<List<String>> rows = new ArrayList<>();

    Columns(String... heads) {
        this.heads = List.of(heads);
    }

    /** @param cells one for each head */
    void add(String... cells) {
        rows.add(List.of(cells));
    }

    /** The heads, then the rows. */
    List<String> lines() {
        List<List<String>> all = new ArrayList<>(List.of(heads));
        all.addAll(rows);
        int[] widths = IntStream.range(0, heads.size())
                .map(column -> all.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<Boolean> toTheRight =
                IntStream.range(0, heads.size()).mapToObj(this::isNumbers).toList();
        return all.stream().map(row -> line(row, widths, toTheRight)).toList();
    }

    private boolean isNumbers(int column) {
        return rows.stream().allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }

    private static String line(List<String> row, int[] widths, List<Boolean> toTheRight) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            String blanks = " ".repeat(widths[column] - cell.length());
            line.append(toTheRight.get(column) ? blanks + cell : cell + blanks).append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
