package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.operations.Counts.Unfinished;
import eu.estafette.console.readmodel.Row;
import eu.estafette.kit.notice.StepId;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Open steps: whose turn it is, and since when. */
final class StepQueries {

    private static final String OPEN = """
            select id, case_ref, code, object_family, object_key, owner, party, person, due, state, opened_on, changed_at, notice_id
            from estafette.step
            where state <> 'CLOSED' and id > :after
              and (not :overdue or (due < :today and state <> 'EXPIRED'))
              and (not :unowned or owner = 'OPERATOR' or state = 'EXPIRED')
            order by id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final Counts counts;
    private final InstantSource clock;

    StepQueries(JdbcClient jdbc, Counts counts, InstantSource clock) {
        this.jdbc = jdbc;
        this.counts = counts;
        this.clock = clock;
    }

    /** In the order in which they were first opened. */
    Page<Step> open(boolean overdue, boolean unowned, Page.Request request) {
        LocalDate today = HubDay.today(clock);
        var found = jdbc.sql(OPEN)
                .param("after", request.after())
                .param("overdue", overdue)
                .param("unowned", unowned)
                .param("today", today)
                .param("limit", request.oneMore())
                .query((result, number) -> step(new Row(result), today))
                .list();
        Unfinished unfinished = counts.unfinished(today);
        return Page.of(
                found,
                request,
                Step::number,
                Attention.list(
                        unowned(unfinished.unowned()), overdue(unfinished.overdue()), expired(unfinished.expired())));
    }

    static Optional<Attention> unowned(long count) {
        return Attention.of("STEP_UNOWNED", count, "Steps without an owner: nobody on the case could be found to act.");
    }

    static Optional<Attention> expired(long count) {
        return Attention.of(
                "STEP_EXPIRED", count, "Steps that closed with the consent they waited for: nobody was asked to act.");
    }

    static Optional<Attention> overdue(long count) {
        return Attention.of("STEP_OVERDUE", count, "Steps whose due date is past.");
    }

    private static Step step(Row row, LocalDate today) throws SQLException {
        Optional<LocalDate> due = row.dateIfAny("due");
        LocalDate openedOn = row.date("opened_on");
        var about = new About(row.text("object_family"), row.text("object_key"));
        return new Step(
                row.bigNumber("id"),
                new StepId(row.text("case_ref"), row.text("code"), about.family(), about.key()).toString(),
                row.text("case_ref"),
                row.text("code"),
                about,
                row.text("owner"),
                row.text("party"),
                row.textIfAny("person"),
                due,
                row.text("state"),
                openedOn,
                row.instant("changed_at"),
                ChronoUnit.DAYS.between(openedOn, today),
                due.filter(day -> day.isBefore(today)).isPresent(),
                row.text("owner").equals("OPERATOR"),
                row.textIfAny("notice_id"));
    }

    /** The object that a step is about. */
    record About(String family, String key) {}

    /**
     * A step.
     *
     * @param id      by which operators answer it
     * @param state   OPEN, TAKEN, or EXPIRED with the consent it waited for
     * @param since   as it is now, with this owner and date
     * @param ageDays since it was opened, by the hub's clock
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(
            @JsonIgnore long number,
            String id,
            String caseRef,
            String code,
            About object,
            String owner,
            String party,
            Optional<String> person,
            Optional<LocalDate> due,
            String state,
            LocalDate openedOn,
            Instant since,
            long ageDays,
            boolean overdue,
            boolean unowned,
            Optional<String> noticeId) {}
}
