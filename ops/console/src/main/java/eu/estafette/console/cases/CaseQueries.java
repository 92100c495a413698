package eu.estafette.console.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.console.cases.CaseView.Held;
import eu.estafette.console.cases.CaseView.Shared;
import eu.estafette.console.cases.CaseView.Step;
import eu.estafette.console.mailbox.StoredNotice;
import eu.estafette.console.readmodel.Row;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Phase;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up cases. */
final class CaseQueries {

    private static final String TAKES_PART = """
            select exists (select from estafette.notice where case_id = :caseId and party = :party)
                or exists (select from estafette.event where case_id = :caseId and party = :party)
                or exists (select from estafette.case_head where case_id = :caseId
                           and roles @> jsonb_build_array(jsonb_build_object('party', cast(:party as text))))
            """;

    private static final String HEAD = """
            select h.ruleset, h.resting, h.coaching, h.roles,
                   (select string_agg(distinct o.family, ' ') from estafette.case_object o
                    where o.subject_key = h.subject_key and o.open) as open
            from estafette.case_head h
            where h.case_id = :caseId
            order by h.events desc
            limit 1
            """;

    private static final String NOTICES = """
            select n.notice_id, n.case_ref, n.body, %s
            from estafette.notice n where n.case_id = :caseId and n.party = :party
            order by n.created_at, n.notices_partition, n.notices_offset
            """.formatted(StoredNotice.WITHDRAWN);

    private static final String STEPS = """
            select code, owner, due, state from estafette.step
            where case_id = :caseId and party = :party and state <> 'CLOSED'
            order by due nulls last, code
            """;

    /** The operators' desk gets step and age only, which is nothing that was shared; nor was what never arrived. */
    private static final String SHARED = """
            select j.at, e.type, d.role, d.party, d.view
            from estafette.delivery d
            join estafette.journal j on j.journal_partition = d.journal_partition and j.journal_offset = d.journal_offset
            join estafette.event e on e.events_partition = j.events_partition and e.events_offset = j.events_offset
            where d.case_id = :caseId and d.party <> 'hub'
              and not exists (select from estafette.withdrawn_notice w where w.notice_id = d.notice_id)
            order by j.at, j.journal_partition, j.journal_offset, d.id
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    CaseQueries(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The case that goes by this name, if the party sends about it, hears of it or holds a role on it. */
    Optional<String> find(String caseRef, String party) {
        return jdbc.sql("select case_id from estafette.case_ref where case_ref = :caseRef")
                .param("caseRef", caseRef)
                .query(String.class)
                .optional()
                .filter(caseId -> jdbc.sql(TAKES_PART)
                        .param("caseId", caseId)
                        .param("party", party)
                        .query(Boolean.class)
                        .single());
    }

    Optional<CaseHead> head(String caseId) {
        return jdbc.sql(HEAD)
                .param("caseId", caseId)
                .query((result, number) -> head(new Row(result)))
                .optional();
    }

    List<StoredNotice> notices(String caseId, String party) {
        return jdbc.sql(NOTICES)
                .param("caseId", caseId)
                .param("party", party)
                .query((result, number) -> StoredNotice.of(new Row(result)))
                .list();
    }

    List<Step> openSteps(String caseId, String party) {
        return jdbc.sql(STEPS)
                .param("caseId", caseId)
                .param("party", party)
                .query((result, number) -> step(new Row(result)))
                .list();
    }

    List<Shared> shared(String caseId) {
        return jdbc.sql(SHARED)
                .param("caseId", caseId)
                .query((result, number) -> shared(new Row(result)))
                .list();
    }

    private CaseHead head(Row row) throws SQLException {
        return new CaseHead(
                row.text("ruleset"),
                Phase.valueOf(row.text("resting")),
                Coaching.valueOf(row.text("coaching")),
                Set.copyOf(row.words("open")),
                roles(row.text("roles")));
    }

    private List<Held> roles(String text) {
        try {
            return json.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The projector wrote roles that are no list of roles", e);
        }
    }

    private static Step step(Row row) throws SQLException {
        return new Step(row.text("code"), row.text("owner"), row.dateIfAny("due"), row.text("state"));
    }

    private static Shared shared(Row row) throws SQLException {
        return new Shared(row.instant("at"), row.text("type"), row.text("role"), row.text("party"), row.text("view"));
    }
}
