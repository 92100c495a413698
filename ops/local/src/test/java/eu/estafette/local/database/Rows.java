package eu.estafette.local.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes and reads one table of words. */
record Rows(String jdbcUrl) {

    Rows create() throws SQLException {
        execute("CREATE TABLE words (word text)");
        return this;
    }

    Rows add(String word) throws SQLException {
        execute("INSERT INTO words VALUES ('" + word + "')");
        return this;
    }

    List<String> all() throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement();
                var found = statement.executeQuery("SELECT word FROM words ORDER BY word")) {
            var words = new ArrayList<String>();
            while (found.next()) {
                words.add(found.getString(1));
            }
            return words;
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbcUrl);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
