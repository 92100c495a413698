package eu.estafette.hub.router.message;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Recall;
import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;

/** Encodes what leaves the router, with the CloudEvents attributes of a notice as headers (binary mode). */
final class OutgoingWriter {

    static final String NOTICE_TYPE = "eu.estafette.case.v1.notice.notify.created";

    private static final String SERVICE = "eu.estafette.case.v1";
    private static final int SENTENCE_LIMIT = 500;

    private final Serializer<SpecificRecord> serializer;

    OutgoingWriter(Serializer<SpecificRecord> serializer) {
        this.serializer = serializer;
    }

    /** To its lane and to the notices that mailboxes show: the same bytes twice. */
    List<Outgoing> notice(Notice notice) {
        byte[] value = serializer.serialize(Topics.NOTICES, notice);
        return List.of(
                new Outgoing(Topics.lane(notice.getParty()), notice.getCaseId(), value, headers(notice)),
                new Outgoing(Topics.NOTICES, notice.getNoticeId(), value, headers(notice)));
    }

    /** Where the lane has the notice, so that who delivers the one reads the other. */
    Outgoing recall(Recall recall) {
        String topic = Topics.recall(recall.getParty());
        byte[] value = serializer.serialize(topic, recall);
        return new Outgoing(topic, recall.getNoticeId(), Optional.of(recall.getCaseId()), value, new RecordHeaders());
    }

    /** There is nothing to catch any more. */
    Outgoing recallResolved(String party, String noticeId, String caseId) {
        return new Outgoing(Topics.recall(party), noticeId, Optional.of(caseId), null, new RecordHeaders());
    }

    /** An event that the hub raises about a case. */
    Outgoing event(String key, CaseEvent event) {
        return new Outgoing(Topics.EVENTS, key, serializer.serialize(Topics.EVENTS, event), EventHeaders.of(event));
    }

    Outgoing journal(String key, JournalEntry entry) {
        return new Outgoing(Topics.JOURNAL, key, serializer.serialize(Topics.JOURNAL, entry), new RecordHeaders());
    }

    /** The original bytes and headers untouched, the reason beside them. */
    Outgoing invalid(Incoming incoming, String code, RuntimeException failure) {
        Headers headers = new RecordHeaders(incoming.headers().toArray());
        put(headers, "estafette.failure.code", code);
        put(headers, "estafette.failure.detail", sentence(failure));
        put(headers, "estafette.failure.class", failure.getClass().getName());
        // what is put back goes under its own key
        put(headers, OriginalKey.HEADER, incoming.key());
        put(headers, "__dlq.errors.topic", Topics.EVENTS);
        put(headers, "__dlq.errors.partition", Integer.toString(incoming.partition()));
        put(headers, "__dlq.errors.offset", Long.toString(incoming.offset()));
        // one that was put back is known by the place that its sender was told
        String id = Forwarding.origin(incoming.headers())
                .map(origin -> origin.partition() + "-" + origin.offset())
                .orElseGet(() -> incoming.partition() + "-" + incoming.offset());
        return new Outgoing(Topics.INVALID, id, incoming.value(), headers);
    }

    static String sentence(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.length() <= SENTENCE_LIMIT ? message : message.substring(0, SENTENCE_LIMIT);
    }

    private static Headers headers(Notice notice) {
        Headers headers = new RecordHeaders();
        put(headers, "ce_specversion", "1.0");
        put(headers, "ce_id", notice.getNoticeId());
        put(headers, "ce_source", PartyId.HUB_SOURCE);
        put(headers, "ce_type", NOTICE_TYPE);
        put(headers, "ce_service", SERVICE);
        put(headers, "ce_subject", notice.getCaseId());
        put(headers, "ce_time", notice.getCreatedAt().toString());
        put(headers, "ce_causationid", notice.getEvent().getId());
        return headers;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
