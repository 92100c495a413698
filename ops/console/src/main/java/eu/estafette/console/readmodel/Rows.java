package eu.estafette.console.readmodel;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * Rows of one batch for one table. A statement cannot touch a row twice, so a key that comes again goes into a later round; rounds are
 * written in order, and the rows of a key take effect one after the other.
 */
final class Rows {

    private final Table table;
    private final List<List<@Nullable Object[]>> rounds = new ArrayList<>();
    private final Map<Object, Integer> roundsOf = new HashMap<>();

    Rows(Table table) {
        this.table = table;
    }

    /** Adds a row; values in the order of the columns. */
    void add(Object key, @Nullable Object... values) {
        int round = roundsOf.merge(key, 1, Integer::sum) - 1;
        if (round == rounds.size()) {
            rounds.add(new ArrayList<>());
        }
        rounds.get(round).add(values);
    }

    void write(JdbcOperations jdbc) {
        for (List<@Nullable Object[]> round : rounds) {
            jdbc.update(connection -> statement(connection, round));
        }
    }

    private PreparedStatement statement(Connection connection, List<@Nullable Object[]> round) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(table.insert());
        for (int column = 0; column < table.columns().size(); column++) {
            statement.setArray(column + 1, array(connection, round, column));
        }
        return statement;
    }

    private Array array(Connection connection, List<@Nullable Object[]> round, int column) throws SQLException {
        String type = table.typeOf(column);
        // the driver writes other types by their text, which is what their arrays want; bytes it must see as bytes
        @Nullable Object[] values = type.equals("bytea") ? new byte[round.size()][] : new Object[round.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = round.get(row)[column];
        }
        return connection.createArrayOf(type, values);
    }
}
