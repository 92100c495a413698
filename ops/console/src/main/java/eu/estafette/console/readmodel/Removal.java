package eu.estafette.console.readmodel;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcOperations;

/** Keys of rows that go: their record is no longer kept, or what they wait for has come. */
final class Removal {

    private final String sql;
    private final List<String> keys = new ArrayList<>();

    Removal(String table, String keyColumn) {
        sql = "delete from estafette.%s where %s = any(?)".formatted(table, keyColumn);
    }

    void add(String key) {
        keys.add(key);
    }

    void write(JdbcOperations jdbc) {
        if (!keys.isEmpty()) {
            jdbc.update(
                    sql,
                    statement ->
                            statement.setArray(1, statement.getConnection().createArrayOf("text", keys.toArray())));
        }
    }
}
