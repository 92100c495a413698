package eu.estafette.console.operations;

import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Rows of one table that meet a condition, page by page in the order of their column {@code id}.
 *
 * @param columns   what is read of each
 * @param table     with its name {@code t}
 * @param condition on {@code t}; its parameters come with each call
 * @param attention what is to be said where there are so many of them
 */
record Listing<T>(
        String columns,
        String table,
        String condition,
        Reader<T> reader,
        ToLongFunction<T> number,
        LongFunction<Optional<Attention>> attention) {

    interface Reader<T> {

        T read(Row row) throws SQLException;
    }

    /** The attention is about the whole list. */
    Page<T> page(JdbcClient jdbc, Page.Request request, Map<String, ?> parameters) {
        List<T> found = jdbc.sql("select %s from %s where %s and t.id > :after order by t.id limit :limit"
                        .formatted(columns, table, condition))
                .params(parameters)
                .param("after", request.after())
                .param("limit", request.oneMore())
                .query((result, number) -> reader.read(new Row(result)))
                .list();
        long all = jdbc.sql("select count(*) from %s where %s".formatted(table, condition))
                .params(parameters)
                .query(Long.class)
                .single();
        return Page.of(found, request, number, Attention.list(attention.apply(all)));
    }
}
