package eu.estafette.console.readmodel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table that rows are written to, many in one statement: each column travels as one array, so that a statement of ten thousand rows has
 * no more parameters than one of a single row.
 *
 * @param insert  the statement; its parameters are one array per column
 * @param columns name and PostgreSQL type, as in {@code event_id text}
 */
record Table(String insert, List<String> columns) {

    /**
     * A table and what happens with a row that is there already.
     *
     * @param onConflict the statement's last part: {@code (event_id) do update set …}
     */
    static Table of(String name, String onConflict, String... columns) {
        String names = Arrays.stream(columns).map(Table::nameOf).collect(Collectors.joining(", "));
        String parameters =
                IntStream.range(0, columns.length).mapToObj(column -> "?").collect(Collectors.joining(", "));
        return new Table(
                "insert into estafette.%s as before (%s) select %s from unnest(%s) as r(%s) on conflict %s"
                        .formatted(name, names, names, parameters, names, onConflict),
                List.of(columns));
    }

    String typeOf(int column) {
        String declared = columns.get(column);
        return declared.substring(declared.indexOf(' ') + 1);
    }

    private static String nameOf(String column) {
        return column.substring(0, column.indexOf(' '));
    }
}
