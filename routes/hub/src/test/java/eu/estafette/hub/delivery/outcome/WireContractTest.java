package eu.estafette.hub.delivery.outcome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.lane.Call;
import eu.estafette.hub.delivery.lane.Calling;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.lane.Purpose;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.TriesAgain;
import eu.estafette.hub.delivery.outcome.Verdict.Waits;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import eu.estafette.hub.delivery.rig.Notices;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What others read of a delivery: receipts, journal entries and dead letters, field by field. */
class WireContractTest {

    private static final Instant AT = Instant.parse("2026-03-02T23:30:00Z");
    private static final Failure REFUSED = new Failure("REFUSED", OptionalInt.of(422), "tool.example: HTTP 422");

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final Notice notice = Notices.notice(Calling.PARTY, "C1", 1);

    @Test
    void aReceiptIsAnAnswerOfLevelTransport() {
        CaseEvent receipt = new TransportReceipt(payloads).of(notice, AT);

        String key = notice.getNoticeId() + "|TRANSPORT|1";
        assertThat(receipt.getId()).isEqualTo(key);
        assertThat(receipt.getBusinessKey()).isEqualTo(key);
        assertThat(receipt.getSource()).isEqualTo("urn:estafette:hub");
        assertThat(receipt.getType()).isEqualTo("eu.estafette.case.v1.notice.notify.answered");
        assertThat(receipt.getParty()).isEqualTo("jobcoach-noord");
        assertThat(receipt.getAs()).isEqualTo("COACH");
        assertThat(receipt.getAction()).isEqualTo("ORIGINAL");
        assertThat(receipt.getEventVersion()).isEqualTo(1);
        assertThat(receipt.getTime()).isEqualTo(AT);
        assertThat(receipt.getRecordedTime()).isEqualTo(AT);
        assertThat(receipt.getOccurredOn()).as("the day in Brussels").isEqualTo(LocalDate.parse("2026-03-03"));
        assertThat(receipt.getCaseRef()).isEqualTo(notice.getCaseRef());
        assertThat(receipt.getRelatedTo()).isEqualTo(notice.getNoticeId());
        assertThat(receipt.getRelatedToSource()).isEqualTo("urn:estafette:hub");
        assertThat(receipt.getCausationId()).isEqualTo("event-C1-1");
        GenericRecord data =
                payloads.read(Optional.ofNullable(receipt.getPayload()).orElseThrow());
        assertThat(data.getSchema().getName()).isEqualTo("NoticeAnswered");
        assertThat(data.get("noticeId")).isEqualTo(notice.getNoticeId());
        assertThat(data.get("level")).isEqualTo("TRANSPORT");
        assertThat(data.get("outcome")).isNull();
    }

    @Test
    void theReceiptOfWhatWasAskedBackSaysWhetherItWasCaught() {
        var receipts = new TransportReceipt(payloads);

        GenericRecord caught = data(receipts.caught(notice, AT));
        GenericRecord tooLate = data(receipts.tooLate(notice, AT));

        assertThat(receipts.caught(notice, AT).getId()).isEqualTo(notice.getNoticeId() + "|TRANSPORT|1");
        assertThat(caught.get("level")).isEqualTo("TRANSPORT");
        assertThat(caught.get("outcome")).isEqualTo("DECLINED");
        assertThat(((GenericRecord) caught.get("reason")).get("scheme")).isEqualTo("ESTAFETTE");
        assertThat(((GenericRecord) caught.get("reason")).get("code")).isEqualTo("WITHDRAWN");
        assertThat(tooLate.get("outcome")).isEqualTo("DECLINED");
        assertThat(((GenericRecord) tooLate.get("reason")).get("code")).isEqualTo("TOO_LATE");
    }

    private GenericRecord data(CaseEvent receipt) {
        return payloads.read(Optional.ofNullable(receipt.getPayload()).orElseThrow());
    }

    @Test
    void aReceiptWrittenAgainIsADuplicate() {
        var receipts = new TransportReceipt(payloads);

        CaseEvent first = receipts.of(notice, AT);
        CaseEvent again = receipts.of(notice, AT.plusSeconds(60));

        assertThat(again.getBusinessKey()).isEqualTo(first.getBusinessKey());
        assertThat(again.getDigest()).isEqualTo(first.getDigest());
        assertThat(again.getPayload()).isEqualTo(first.getPayload());
    }

    @Test
    void aReceiptsHeadersAreItsCloudEventsAttributes() {
        CaseEvent receipt = new TransportReceipt(payloads).of(notice, AT);

        assertThat(map(EventHeaders.of(receipt, "C1")))
                .containsExactly(
                        entry("ce_specversion", "1.0"),
                        entry("ce_id", notice.getNoticeId() + "|TRANSPORT|1"),
                        entry("ce_source", "urn:estafette:hub"),
                        entry("ce_type", "eu.estafette.case.v1.notice.notify.answered"),
                        entry("ce_time", "2026-03-02T23:30:00Z"),
                        entry("ce_service", "eu.estafette.case.v1"),
                        entry("ce_subject", "C1"),
                        entry("ce_relatedto", notice.getNoticeId()),
                        entry("ce_relatedtosource", "urn:estafette:hub"),
                        entry("ce_causationid", "event-C1-1"),
                        entry("ce_recordedtime", "2026-03-02T23:30:00Z"));
    }

    @Test
    void theJournalTellsOfOneNoticeWhatCameOfIt() {
        JournalEntry delivered = told(new Done(OptionalInt.of(204), false));
        assertThat(delivered.getKind()).isEqualTo("DELIVERED");
        assertThat(delivered.getStatus()).isEqualTo(204);
        assertThat(delivered.getParty()).isEqualTo("jobcoach-noord");
        assertThat(delivered.getCaseId()).isEqualTo("C1");
        assertThat(delivered.getCaseRef()).isEqualTo(notice.getCaseRef());
        assertThat(delivered.getEvent()).isNull();
        assertThat(delivered.getNotices()).singleElement().satisfies(told -> {
            assertThat(told.getNoticeId()).isEqualTo(notice.getNoticeId());
            assertThat(told.getRole()).isEqualTo("COACH");
            assertThat(told.getView()).isEqualTo("referral-fact");
        });

        JournalEntry late = told(new Done(OptionalInt.of(204), true));
        assertThat(late.getKind()).isEqualTo("DELIVERED");
        assertThat(late.getReason()).isEqualTo("TOO_LATE");

        JournalEntry withdrawn = told(new Withdrawn());
        assertThat(withdrawn.getKind()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.getNotices()).hasSize(1);

        JournalEntry waiting = told(new Waits(REFUSED));
        assertThat(waiting.getKind()).isEqualTo("ATTEMPTED");
        assertThat(waiting.getAttempt()).as("charged").isNull();

        JournalEntry again = told(new TriesAgain(2, REFUSED));
        assertThat(again.getKind()).isEqualTo("ATTEMPTED");
        assertThat(again.getAttempt()).isEqualTo(2);
        assertThat(again.getReason()).isEqualTo("REFUSED");
        assertThat(again.getDetail()).isEqualTo("tool.example: HTTP 422");

        assertThat(told(new Dies(3, REFUSED)).getKind()).isEqualTo("DEAD");
    }

    private JournalEntry told(Verdict verdict) {
        return DeliveryJournal.entries(ended(new byte[] {1}, new RecordHeaders()), notice, verdict)
                .getLast();
    }

    @Test
    void aDeadLetterIsTheRecordAsItWasAndWhyItEndedHere() {
        Headers original = new RecordHeaders()
                .add("ce_id", "N1".getBytes(UTF_8))
                .add("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01".getBytes(UTF_8));
        byte[] value = {42, 1, 2, 3};
        Ended ended = ended(value, original);

        ProducerRecord<byte[], byte[]> dead = new DeadLetter("estafette-delivery")
                .dead(ended, new Dies(3, REFUSED), Optional.of(AT.minusSeconds(20)));

        assertThat(dead.topic()).isEqualTo("estafette.dead.jobcoach-noord");
        assertThat(dead.partition()).isZero();
        assertThat(new String(dead.key(), UTF_8)).isEqualTo(notice.getNoticeId());
        assertThat(dead.value()).isSameAs(value);
        assertThat(map(dead.headers()))
                .containsExactly(
                        entry("ce_id", "N1"),
                        entry("ce_traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"),
                        entry("__dlq.errors.group", "estafette-delivery"),
                        entry("__dlq.errors.topic", "estafette.lane.jobcoach-noord"),
                        entry("__dlq.errors.partition", "0"),
                        entry("__dlq.errors.offset", "17"),
                        entry("__dlq.errors.delivery.count", "3"),
                        entry("__dlq.errors.message", "tool.example: HTTP 422"),
                        entry("estafette.failure.class", "RECORD"),
                        entry("estafette.failure.code", "REFUSED"),
                        entry("estafette.failure.status", "422"),
                        entry("estafette.failure.attempts", "3"),
                        entry("estafette.failure.party", "jobcoach-noord"),
                        entry("estafette.failure.case-id", "C1"),
                        entry("estafette.failure.trace-id", "4bf92f3577b34da6a3ce929d0e0e4736"),
                        entry("estafette.failure.first-at", "2026-03-02T23:29:40Z"),
                        entry("estafette.failure.last-at", "2026-03-02T23:30:00Z"),
                        entry("estafette.failure.decision", "DEAD"));
    }

    private Ended ended(byte[] value, Headers headers) {
        var calling = new Calling(1);
        calling.read("C1", 1);
        Call call = calling.start().getFirst();
        var record = new LaneRecord(new ConsumerRecord<>(
                "estafette.lane.jobcoach-noord",
                0,
                17L,
                0L,
                TimestampType.CREATE_TIME,
                2,
                value.length,
                "C1".getBytes(UTF_8),
                value,
                headers,
                Optional.empty()));
        Ended ended = calling.ended(call, 1, new Refused("REFUSED", OptionalInt.of(422), "tool.example: HTTP 422"));
        return new Ended(
                new Call(call.lane(), call.partition(), record, false, Purpose.DELIVER),
                Optional.of(record.source()),
                ended.notice(),
                ended.result(),
                AT);
    }

    private static Map<String, String> map(Headers headers) {
        Map<String, String> map = new LinkedHashMap<>();
        headers.forEach(header -> map.put(header.key(), new String(header.value(), UTF_8)));
        return map;
    }
}
