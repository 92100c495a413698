package eu.estafette.hub.topics;

import eu.estafette.contract.message.CaseEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The CloudEvents attributes of an event on {@code estafette.events} (binary mode of the Kafka protocol binding), for whoever looks at the
 * topic without the schemas; the record says the same. None of them can hold a person number: the checks have looked.
 */
public final class EventHeaders {

    private static final String SERVICE = "eu.estafette.case.v1";

    private EventHeaders() {}

    public static Headers of(CaseEvent event) {
        return of(event, null);
    }

    /** @param caseId the hub's id of the case, where it is known */
    public static Headers of(CaseEvent event, @Nullable String caseId) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", event.getId());
        put(headers, "ce_source", event.getSource());
        put(headers, "ce_type", event.getType());
        put(headers, "ce_time", event.getTime().toString());
        put(headers, "ce_service", SERVICE);
        put(headers, "ce_subject", caseId);
        put(headers, "ce_relatedto", event.getRelatedTo());
        put(headers, "ce_relatedtosource", event.getRelatedToSource());
        put(headers, "ce_causationid", event.getCausationId());
        put(headers, "ce_recordedtime", event.getRecordedTime().toString());
        return headers;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(present -> headers.add(name, present.getBytes(StandardCharsets.UTF_8)));
    }
}
