package eu.estafette.console.mailbox;

import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;

/**
 * A notice as the read model keeps it.
 *
 * @param withdrawn whether it was asked back before its receiver had it, so that its content is not for anybody any more
 * @param body      as it stood on {@code estafette.notices}
 */
public record StoredNotice(String noticeId, String caseRef, boolean withdrawn, byte[] body) {

    /** The column {@code withdrawn} of a query on {@code estafette.notice n}. */
    public static final String WITHDRAWN =
            "exists (select from estafette.withdrawn_notice w where w.notice_id = n.notice_id) as withdrawn";

    /** From the columns of these names. */
    public static StoredNotice of(Row row) throws SQLException {
        return new StoredNotice(row.text("notice_id"), row.text("case_ref"), row.flag("withdrawn"), row.bytes("body"));
    }
}
