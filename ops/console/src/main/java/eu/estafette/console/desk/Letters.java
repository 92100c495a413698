package eu.estafette.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.mailbox.StoredNotice;
import eu.estafette.console.mailbox.StoredNotices;
import eu.estafette.console.readmodel.Row;
import eu.estafette.contract.message.Notice;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices as their receivers would read them, with or without what they hold. */
final class Letters {

    /** What tells of the person; the rest says what kind of notice it is. */
    private static final String[] CONTENT = {"subject", "data"};

    private static final String MASKED = "•••";

    private static final String NOTICE =
            "select n.notice_id, n.case_ref, n.body, %s from estafette.notice n where n.notice_id = :id"
                    .formatted(StoredNotice.WITHDRAWN);

    private final JdbcClient jdbc;
    private final StoredNotices notices;

    Letters(JdbcClient jdbc, StoredNotices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    /** Absent if it is no longer kept. */
    Optional<ObjectNode> whole(String noticeId) {
        return jdbc.sql(NOTICE)
                .param("id", noticeId)
                .query((result, number) -> StoredNotice.of(new Row(result)))
                .optional()
                .map(notices::toJson);
    }

    /**
     * The same with the notice itself.
     *
     * @throws eu.estafette.schemas.registry.RegistryException if its schema is not to be had now
     */
    Optional<Letter> letter(String noticeId) {
        return jdbc.sql(NOTICE)
                .param("id", noticeId)
                .query((result, number) -> StoredNotice.of(new Row(result)))
                .optional()
                .map(stored -> new Letter(notices.notice(stored), notices.whole(stored)));
    }

    /** @param json as its receiver reads it, also where it was asked back */
    record Letter(Notice notice, ObjectNode json) {}

    /** Which fields there are, without their values. */
    static ObjectNode masked(ObjectNode notice) {
        ObjectNode masked = notice.deepCopy();
        for (String part : CONTENT) {
            if (masked.path(part) instanceof ObjectNode content) {
                for (Map.Entry<String, JsonNode> field : notice.path(part).properties()) {
                    content.put(field.getKey(), MASKED);
                }
            }
        }
        return masked;
    }
}
