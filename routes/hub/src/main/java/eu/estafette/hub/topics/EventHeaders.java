package eu.estafette.hub.topics;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.CaseMoved;
import eu.estafette.domain.party.PartyId;
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

    /** Of no event that anybody could send: the door does not know it. */
    private static final String CASE_MOVED = "eu.estafette.case.v1.case.notify.moved";

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

    /** @param caseId the hub's id of the case that moves */
    public static Headers of(CaseMoved moved, String caseId) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", moved.getId());
        put(headers, "ce_source", PartyId.HUB_SOURCE);
        put(headers, "ce_type", CASE_MOVED);
        put(headers, "ce_time", moved.getAt().toString());
        put(headers, "ce_service", SERVICE);
        put(headers, "ce_subject", caseId);
        put(headers, "ce_recordedtime", moved.getAt().toString());
        return headers;
    }

    private static void put(Headers headers, String name, @Nullable String value) {
        Optional.ofNullable(value).ifPresent(present -> headers.add(name, present.getBytes(StandardCharsets.UTF_8)));
    }
}
