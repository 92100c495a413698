package eu.estafette.bench.isolation;

import eu.estafette.bench.scenario.Encoding;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.hub.router.store.FieldsCodec;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Puts notices on the lanes of all parties in turn, at a steady rate whatever becomes of them. A notice is due at its own moment, so that one
 * that is late because the machine is busy counts as late.
 */
final class Feed {

    private static final int CASES_PER_PARTY = 40;
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");
    private static final String VIEW = "referral-fact";

    private final PayloadCodec payloads = new PayloadCodec(Contracts.shipped());
    private final Tokens tokens;
    private final Encoding encoding;
    private final Producer<byte[], byte[]> producer;
    private final Map<String, Integer> sent = new HashMap<>();

    Feed(Tokens tokens, Encoding encoding, Producer<byte[], byte[]> producer) {
        this.tokens = tokens;
        this.encoding = encoding;
        this.producer = producer;
    }

    /** When each notice was due, by {@link System#nanoTime}. */
    Map<Sent, Long> run(List<String> parties, int notices, int perSecond) {
        Map<Sent, Long> due = HashMap.newHashMap(notices);
        long begin = System.nanoTime();
        for (int number = 0; number < notices; number++) {
            long at = begin + TimeUnit.SECONDS.toNanos(number) / perSecond;
            while (System.nanoTime() < at) {
                LockSupport.parkNanos(at - System.nanoTime());
            }
            Notice notice = notice(parties.get(number % parties.size()), number / parties.size());
            producer.send(new ProducerRecord<>(
                    Topics.lane(notice.getParty()),
                    notice.getCaseId().getBytes(StandardCharsets.UTF_8),
                    encoding.serializer().serialize(Topics.lane(notice.getParty()), notice)));
            due.put(new Sent(notice.getParty(), notice.getNoticeId()), at);
        }
        producer.flush();
        return due;
    }

    /** A notice, by whom it is for. */
    record Sent(String party, String noticeId) {}

    private Notice notice(String party, int number) {
        String caseId = "C-" + party + "-" + number % CASES_PER_PARTY;
        SubjectKey subject = tokens.subjectKey("BSN", caseId);
        int sequence = sent.merge(caseId, 1, Integer::sum);
        Fields data = Fields.of("kind", Code.own("JOB_COACHING"));
        var content = FieldsCodec.toRecord(
                Contracts.shipped()
                        .latest("event/" + EventType.REFERRAL_REQUESTED.shortName())
                        .schema(),
                data);
        var payload = payloads.view(content, VIEW);
        return Notice.newBuilder()
                .setNoticeId(tokens.noticeId(subject, sequence, party))
                .setCaseId(caseId)
                .setCaseRef(tokens.caseRef(subject, 1))
                .setSequence(sequence)
                .setCreatedAt(NOW)
                .setParty(party)
                .setForRole("COACH")
                .setPurpose("INFORM")
                .setEvent(new NoticeEvent(
                        caseId + "-" + sequence,
                        EventType.REFERRAL_REQUESTED.cloudEventType(),
                        "REQUEST",
                        "REFERRER",
                        DAY,
                        "ORIGINAL",
                        "REF-" + caseId,
                        sequence))
                .setView(VIEW)
                .setViewVersion(payload.getVersion())
                .setPayload(payload)
                .setOutcomes(List.of())
                .build();
    }
}
