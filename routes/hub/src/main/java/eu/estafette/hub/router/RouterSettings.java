package eu.estafette.hub.router;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the router runs.
 *
 * @param threads         stream threads of this process
 * @param commitInterval  how often a transaction is committed; also how long a decision takes to show on the lanes
 * @param sessionTimeout  how long a killed process keeps its partitions
 * @param standbyReplicas copies of the case store kept warm in other processes; absent: one where Kafka keeps three replicas or more, as
 *                        that is more than one machine, else none
 */
@ConfigurationProperties("estafette.router")
public record RouterSettings(
        @DefaultValue("1") int threads,
        @DefaultValue("25ms") Duration commitInterval,
        @DefaultValue("6s") Duration sessionTimeout,
        @DefaultValue("5s") Duration transactionTimeout,
        @Nullable Integer standbyReplicas) {

    private static final int MORE_THAN_ONE_MACHINE = 3;

    /** Application id of the Streams group; the name of the case store's changelog hangs on it. */
    public static final String APPLICATION_ID = "estafette";

    int standbyReplicasWith(int replicationFactor) {
        if (standbyReplicas != null) {
            return standbyReplicas;
        }
        return replicationFactor >= MORE_THAN_ONE_MACHINE ? 1 : 0;
    }
}
