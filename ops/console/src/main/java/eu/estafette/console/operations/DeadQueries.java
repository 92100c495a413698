package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices that their party refused for good. */
final class DeadQueries {

    private static final String DEAD = """
            select id, notice_id, case_ref, party, person, role, purpose, view, step, attempts, status, reason, detail, since
            from estafette.delivery where state = 'DEAD' and id > :after order by id limit :limit
            """;

    private final JdbcClient jdbc;

    DeadQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were decided. */
    Page<DeadNotice> dead(Page.Request request) {
        var found = jdbc.sql(DEAD)
                .param("after", request.after())
                .param("limit", request.oneMore())
                .query((result, number) -> dead(new Row(result)))
                .list();
        long all = jdbc.sql("select count(*) from estafette.delivery where state = 'DEAD'")
                .query(Long.class)
                .single();
        return Page.of(found, request, DeadNotice::number, Attention.list(attention(all)));
    }

    static Optional<Attention> attention(long count) {
        return Attention.of("NOTICE_DEAD", count, "Notices that were refused for good and wait for an operator.");
    }

    private static DeadNotice dead(Row row) throws SQLException {
        return new DeadNotice(
                row.bigNumber("id"),
                row.text("notice_id"),
                row.textIfAny("case_ref"),
                row.text("party"),
                row.textIfAny("person"),
                row.text("role"),
                row.text("purpose"),
                row.text("view"),
                row.textIfAny("step"),
                row.number("attempts"),
                row.numberIfAny("status"),
                row.textIfAny("reason"),
                row.textIfAny("detail"),
                row.instant("since"));
    }

    /** @param status the partner's own status code */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DeadNotice(
            @JsonIgnore long number,
            String noticeId,
            Optional<String> caseRef,
            String party,
            Optional<String> person,
            String role,
            String purpose,
            String view,
            Optional<String> step,
            int attempts,
            Optional<Integer> status,
            Optional<String> reason,
            Optional<String> detail,
            Instant since) {}
}
