package eu.estafette.hub.ingest;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.check.IncomingEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * The CloudEvents attributes of an event on Kafka (binary mode). For whoever looks at the topic without the schemas; the record says the
 * same. None of them can hold a person number: the checks have looked.
 */
final class EventHeaders {

    private EventHeaders() {}

    static List<Header> of(CaseEvent event) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", event.getId()),
                header("ce_source", event.getSource()),
                header("ce_type", event.getType()),
                header("ce_time", event.getTime().toString()),
                header("ce_service", IncomingEvent.SERVICE),
                header("ce_recordedtime", event.getRecordedTime().toString()));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
