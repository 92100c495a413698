package eu.estafette.console.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the read model does.
 *
 * @param behind      offsets still to be read, per followed topic; empty until Kafka was asked
 * @param lastContact when Kafka and PostgreSQL both last answered, in real time
 * @param trouble     what keeps it from following, one sentence
 */
public record ReadModelStatus(
        boolean following, Map<String, Long> behind, Optional<Instant> lastContact, Optional<String> trouble) {

    public ReadModelStatus {
        behind = Map.copyOf(behind);
    }

    /** Offsets still to be read in all; absent until Kafka was asked. */
    public OptionalLong lag() {
        return behind.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        behind.values().stream().mapToLong(Long::longValue).sum());
    }
}
