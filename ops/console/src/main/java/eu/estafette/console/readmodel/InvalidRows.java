package eu.estafette.console.readmodel;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.readmodel.Change.SetAside;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** What lies on {@code estafette.invalid} until somebody solves it; the original itself stays there. */
final class InvalidRows {

    private static final Table INVALID =
            Table.of("set_aside", """
            (place) do update set
                at_offset = excluded.at_offset, code = excluded.code, detail = excluded.detail, headers = excluded.headers
            """, "place text", "at_offset int8", "code text", "detail text", "headers jsonb");

    /** By place, as the topic is compacted: the last record of a place is the one that counts. */
    private final Map<String, SetAside> latest = new LinkedHashMap<>();

    void add(SetAside aside) {
        latest.put(aside.place(), aside);
    }

    void write(JdbcOperations jdbc) {
        var rows = new Rows(INVALID);
        var solved = new Removal("set_aside", "place");
        latest.values().forEach(aside -> {
            if (aside.headers().isEmpty()) {
                solved.add(aside.place());
            } else {
                row(rows, aside);
            }
        });
        rows.write(jdbc);
        solved.write(jdbc);
    }

    private static void row(Rows rows, SetAside aside) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        // PostgreSQL takes no NUL in a text
        aside.headers().forEach((name, value) -> headers.put(clean(name), clean(value)));
        @Nullable String detail = aside.headers().get("estafette.failure.detail");
        rows.add(
                aside.place(),
                aside.place(),
                aside.offset(),
                clean(aside.headers().getOrDefault("estafette.failure.code", "UNKNOWN")),
                detail == null ? null : clean(detail),
                headers.toString());
    }

    private static String clean(String text) {
        return text.replace("\0", "?");
    }
}
