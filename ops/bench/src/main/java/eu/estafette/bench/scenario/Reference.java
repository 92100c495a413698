package eu.estafette.bench.scenario;

import eu.estafette.hub.router.Router;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Routes in memory, without Kafka: opens the cases, and tells what must come out of the events that are measured. */
final class Reference {

    private final Router router;
    private final MapEntries entries = new MapEntries(new TreeMap<>());
    private Counter counter = new Counter();
    private final CaseStore counted;

    Reference(Routers routers) {
        this.router = routers.router(decision -> decision);
        this.counted = router.open(
                new Recorded(entries, (key, value) -> counter.add(Topics.CASES, key, value, new RecordHeaders())));
    }

    /** @throws IllegalStateException if the event is set aside: the scenario is at fault */
    List<Outgoing> route(Incoming event) {
        List<Outgoing> outgoing = router.route(counted, event);
        outgoing.forEach(record -> counter.add(record.topic(), record.key(), record.value(), record.headers()));
        if (counter.tally().invalid() > 0) {
            throw new IllegalStateException("the scenario holds an event that the router sets aside: " + outgoing);
        }
        return outgoing;
    }

    /** All entries as they are now; counting begins anew. */
    SortedMap<String, byte[]> startCounting() {
        counter = new Counter();
        return new TreeMap<>(entries.map());
    }

    Tally tally() {
        return counter.tally();
    }
}
