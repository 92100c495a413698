package eu.estafette.console.events;

import eu.estafette.console.events.EventStatus.Held;
import eu.estafette.console.readmodel.Row;
import eu.estafette.domain.catalogue.Groups;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an event waits for. Which role, and which category, is for the coach side and the agencies to know; anybody else sees only the date
 * (domain section 12, Who saw what). Asked with the roles a party holds now.
 */
final class HoldQueries {

    private static final String NAMES_ITS_ROLE = """
            select exists (select from estafette.case_head h, jsonb_array_elements(h.roles) r
                           where h.case_id = :caseId and r ->> 'party' = :party and r ->> 'role' in (:roles))
            """;

    private static final String HELD = """
            select role, categories, until from estafette.hold
            where events_partition = :partition and events_offset = :offset and state = 'HELD' order by id
            """;

    private final JdbcClient jdbc;
    private final List<String> roles;

    HoldQueries(JdbcClient jdbc, Groups groups) {
        this.jdbc = jdbc;
        this.roles = Stream.of("agencies", "coachside")
                .flatMap(group -> groups.named(group).stream())
                .map(Enum::name)
                .toList();
    }

    boolean maySee(String caseId, String party) {
        return jdbc.sql(NAMES_ITS_ROLE)
                .param("caseId", caseId)
                .param("party", party)
                .param("roles", roles)
                .query(Boolean.class)
                .single();
    }

    /** Each category that is waited for, with its role. */
    List<Held> named(int partition, long offset) {
        return jdbc
                .sql(HELD)
                .param("partition", partition)
                .param("offset", offset)
                .query((result, number) -> held(new Row(result)))
                .list()
                .stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private static List<Held> held(Row row) throws SQLException {
        String role = row.text("role");
        Instant until = row.instant("until");
        return row.words("categories").stream()
                .map(category -> new Held(Optional.of(category), Optional.of(role), until))
                .toList();
    }
}
