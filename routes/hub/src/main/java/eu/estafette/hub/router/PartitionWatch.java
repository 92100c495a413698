package eu.estafette.hub.router;

import eu.estafette.domain.party.PartyId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Tells the watch what happens in one partition. For one thread. */
final class PartitionWatch {

    private static final byte[] HUB = PartyId.HUB_SOURCE.getBytes(StandardCharsets.UTF_8);

    private final DueWatch watch;
    private final int partition;
    private Optional<Instant> next = Optional.empty();

    PartitionWatch(DueWatch watch, int partition) {
        this.watch = watch;
        this.partition = partition;
    }

    void next(Optional<Instant> time) {
        if (!time.equals(next)) {
            next = time;
            watch.isNext(partition, time);
        }
    }

    /** To be told before {@link #next} passes on: in between, all would seem routed. */
    void raised(Headers event) {
        watch.isRaised(partition, id(event));
    }

    void routed(Headers event) {
        @Nullable Header source = event.lastHeader("ce_source");
        if (source != null && Arrays.equals(source.value(), HUB)) {
            watch.isRouted(id(event));
        }
    }

    void left() {
        watch.isLeft(partition);
    }

    private static String id(Headers event) {
        return new String(event.lastHeader("ce_id").value(), StandardCharsets.UTF_8);
    }
}
