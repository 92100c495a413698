package eu.estafette.console.desk;

import eu.estafette.console.desk.LaneOrder.OnLane;
import eu.estafette.console.problem.ConflictException;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.readmodel.Row;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Frozen choices of dead letters. A selection is ordered once: the same order again is the same command, another order is refused. Between
 * the two lies Kafka; a crash there leaves an order that is not known to be given, and giving it again does no harm.
 */
final class Selections {

    /** As many ids as fit into one command with room to spare. */
    static final int MOST = 50_000;

    private static final String FREEZE = """
            insert into estafette_desk.selection_notice (selection_id, number, notice_id, party, lane_case)
            select :id, row_number() over (order by d.id), d.notice_id, d.party, coalesce(d.lane_case, d.case_id, '')
            from estafette.delivery d where d.notice_id = any(:notices) and d.state = 'DEAD'
            """;

    private static final String PARTIES = """
            select s.party, count(*) as notices,
                   (select count(*) from estafette.delivery p
                    where p.state = 'PARKED' and p.party = s.party
                      and p.lane_case in (select lane_case from estafette_desk.selection_notice o
                                          where o.selection_id = :id and o.party = s.party)) as parked
            from estafette_desk.selection_notice s where s.selection_id = :id group by s.party order by s.party
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Selections(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Those of these notices that are dead now. */
    String freeze(List<String> noticeIds, String operator, Instant now) {
        String id = CommandIds.at(now);
        transactions.executeWithoutResult(transaction -> {
            jdbc.sql(
                            "insert into estafette_desk.selection (selection_id, made_at, operator) values (:id, :at, :operator)")
                    .param("id", id)
                    .param("at", Timestamp.from(now))
                    .param("operator", operator)
                    .update();
            jdbc.sql(FREEZE)
                    .param("id", id)
                    .param("notices", noticeIds.toArray(String[]::new))
                    .update();
        });
        return id;
    }

    List<Plan.OfParty> parties(String id) {
        return jdbc.sql(PARTIES)
                .param("id", id)
                .query((result, number) -> new Plan.OfParty(
                        result.getString("party"), result.getLong("notices"), result.getLong("parked")))
                .list();
    }

    /** What a selection holds, by party, each in the order in which it was decided. */
    Map<String, List<OnLane>> notices(String id) {
        Map<String, List<OnLane>> byParty = new LinkedHashMap<>();
        jdbc.sql(
                        "select party, notice_id, lane_case from estafette_desk.selection_notice where selection_id = :id order by number")
                .param("id", id)
                .query((result, number) -> {
                    var row = new Row(result);
                    return byParty.computeIfAbsent(row.text("party"), party -> new ArrayList<>())
                            .add(new OnLane(row.text("notice_id"), row.text("lane_case")));
                })
                .list();
        return byParty;
    }

    /**
     * Notes what is to be done with a selection.
     *
     * @param order in words that are equal for equal orders
     * @return whether that is known to be given already
     * @throws NotFoundException if there is no such selection
     * @throws ConflictException if something else was ordered before
     */
    boolean order(String id, String order) {
        jdbc.sql("update estafette_desk.selection set ordered = :order where selection_id = :id and ordered is null")
                .param("id", id)
                .param("order", order)
                .update();
        Ordered ordered = jdbc.sql(
                        "select ordered, given_at is not null as given from estafette_desk.selection where selection_id = :id")
                .param("id", id)
                .query((result, number) -> new Ordered(result.getString("ordered"), result.getBoolean("given")))
                .optional()
                .orElseThrow(() -> new NotFoundException(
                        "There is no selection of this id; a dry run makes one. Nothing was done."));
        if (!ordered.order().equals(order)) {
            throw new ConflictException("This selection was ordered before, as: " + ordered.order()
                    + ". That stands; for anything else make another dry run.");
        }
        return ordered.given();
    }

    void given(String id, Instant now) {
        jdbc.sql("update estafette_desk.selection set given_at = :at where selection_id = :id")
                .param("id", id)
                .param("at", Timestamp.from(now))
                .update();
    }

    private record Ordered(String order, boolean given) {}
}
