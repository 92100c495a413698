package eu.estafette.bench.competitor;

import eu.estafette.bench.scenario.Places;
import eu.estafette.bench.scenario.Recorded;
import eu.estafette.hub.router.Router;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseEntries;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.apache.camel.support.DefaultMessage;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Turns an event into the list of all records that follow from it, each with its own topic, key and headers. One event at a time. */
final class DecideStep implements Processor {

    private final CamelContext camel;
    private final Router router;
    private final CaseStore cases;
    private final List<Message> changed = new ArrayList<>();

    DecideStep(CamelContext camel, Router router, CaseEntries entries) {
        this.camel = camel;
        this.router = router;
        this.cases = router.open(new Recorded(entries, (key, entry) -> changed.add(entry(key, entry))));
    }

    @Override
    public void process(Exchange exchange) {
        changed.clear();
        List<Outgoing> sent = router.route(cases, incoming(exchange.getMessage()));
        List<Message> records = new ArrayList<>(changed);
        sent.forEach(outgoing -> {
            Message record = record(outgoing.topic(), outgoing.key(), outgoing.value());
            for (Header header : outgoing.headers()) {
                record.setHeader(header.key(), header.value());
            }
            records.add(record);
        });
        exchange.getMessage().setBody(records);
    }

    private static Incoming incoming(Message event) {
        return new Incoming(
                event.getHeader(KafkaConstants.KEY, String.class),
                event.getBody(byte[].class),
                event.getHeader(KafkaConstants.HEADERS, Headers.class),
                event.getHeader(KafkaConstants.PARTITION, Integer.class),
                event.getHeader(KafkaConstants.OFFSET, Long.class));
    }

    private Message entry(String key, byte[] entry) {
        Message record = record(Topics.CASES, key, entry);
        record.setHeader(KafkaConstants.PARTITION_KEY, Places.partitionOfEntry(key));
        return record;
    }

    private Message record(String topic, String key, byte @Nullable [] value) {
        Message record = new DefaultMessage(camel);
        record.setHeader(KafkaConstants.OVERRIDE_TOPIC, topic);
        record.setHeader(KafkaConstants.KEY, key);
        record.setBody(value);
        return record;
    }
}
