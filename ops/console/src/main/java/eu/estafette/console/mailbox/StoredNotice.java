package eu.estafette.console.mailbox;

import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;

/**
 * A notice as the read model keeps it.
 *
 * @param body as it stood on {@code estafette.notices}
 */
public record StoredNotice(String noticeId, String caseRef, byte[] body) {

    /** From the columns of these names. */
    public static StoredNotice of(Row row) throws SQLException {
        return new StoredNotice(row.text("notice_id"), row.text("case_ref"), row.bytes("body"));
    }
}
