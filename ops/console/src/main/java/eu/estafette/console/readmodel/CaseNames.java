package eu.estafette.console.readmodel;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Under which id a case is shown: its own, or that of the case it is part of by now. All rows are written under the id of that day; when a
 * case becomes part of another its rows change hands. For one thread.
 */
final class CaseNames {

    private static final String[] HAND_OVER = {
        "update estafette.event set case_id = ? where case_id = ?",
        "update estafette.notice set case_id = ? where case_id = ?",
        "update estafette.delivery set case_id = ? where case_id = ?",
        "update estafette.journal set case_id = ? where case_id = ?",
        "update estafette.case_ref set case_id = ? where case_id = ?"
    };

    /** A step that both had stands once: as it is open, else as the case had it that stays. */
    private static final String ONE_OF_TWO = """
            delete from estafette.step s using estafette.step other
            where s.case_id = ? and other.case_id = ? and s.code = other.code and s.scope = other.scope
              and (%s)
            """;

    private static final String GONES = ONE_OF_TWO.formatted("other.state <> 'CLOSED' or s.state = 'CLOSED'");
    private static final String KEPTS = ONE_OF_TWO.formatted("true");

    private final Map<String, String> keptBy;

    private CaseNames(Map<String, String> keptBy) {
        this.keptBy = keptBy;
    }

    static CaseNames load(JdbcOperations jdbc) {
        Map<String, String> keptBy = new HashMap<>();
        jdbc.query("select gone, kept from estafette.case_merged", row -> {
            keptBy.put(row.getString(1), row.getString(2));
        });
        return new CaseNames(keptBy);
    }

    /** The id under which rows of this case are written. */
    @Nullable
    String of(@Nullable String caseId) {
        @Nullable String name = caseId;
        while (name != null && keptBy.containsKey(name)) {
            name = keptBy.get(name);
        }
        return name;
    }

    /** Makes the rows of one case those of the other; again it changes nothing. */
    void merge(JdbcTemplate jdbc, String gone, String into) {
        String kept = java.util.Objects.requireNonNull(of(into));
        if (kept.equals(gone)) {
            return;
        }
        keptBy.put(gone, kept);
        jdbc.update("insert into estafette.case_merged (gone, kept) values (?, ?) on conflict do nothing", gone, kept);
        for (String table : HAND_OVER) {
            jdbc.update(table, kept, gone);
        }
        jdbc.update(GONES, gone, kept);
        jdbc.update(KEPTS, kept, gone);
        jdbc.update("update estafette.step set case_id = ? where case_id = ?", kept, gone);
    }
}
