package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import eu.estafette.console.readmodel.Row;
import eu.estafette.schemas.Sha256;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Dead letters of one cause.
 *
 * @param group   its id, the same for as long as the cause is
 * @param count   of dead letters that nobody has solved yet
 * @param first   when the oldest of them died
 * @param example id of the oldest
 */
record DeadGroup(String group, @JsonUnwrapped Key key, long count, Instant first, Instant last, String example) {

    /** Of a dead letter {@code t}; those from before causes were kept have only their words. */
    static final String CAUSE = "coalesce(t.cause, t.detail, t.reason, 'unknown')";

    /** What dead letters of one group have in common; the reason is a stable code. */
    record Key(String party, String connector, String eventType, String reason, String cause) {

        static Key of(Row row, String connector) throws SQLException {
            return new Key(
                    row.text("party"),
                    connector,
                    row.textIfAny("event_type").orElse("unknown"),
                    row.textIfAny("reason").orElse("unknown"),
                    row.text("cause"));
        }

        String id() {
            String whole = String.join("\n", party, connector, eventType, reason, cause);
            return HexFormat.of().formatHex(Sha256.of(whole), 0, 8);
        }
    }

    DeadGroup and(DeadGroup other) {
        boolean older = other.first.isBefore(first);
        return new DeadGroup(
                group,
                key,
                count + other.count,
                older ? other.first : first,
                other.last.isAfter(last) ? other.last : last,
                older ? other.example : example);
    }
}
