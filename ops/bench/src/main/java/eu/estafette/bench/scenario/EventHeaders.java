package eu.estafette.bench.scenario;

import eu.estafette.contract.message.CaseEvent;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The CloudEvents attributes of an event as headers, which every event on the topic carries. */
final class EventHeaders {

    private EventHeaders() {}

    static Headers of(CaseEvent event) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.getId());
        put(headers, "ce_source", event.getSource());
        put(headers, "ce_type", event.getType());
        put(headers, "ce_time", event.getTime().toString());
        put(headers, "ce_service", "eu.estafette.case.v1");
        put(headers, "ce_recordedtime", event.getRecordedTime().toString());
        put(headers, "content-type", "application/avro");
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
