package eu.estafette.hub.router;

import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Recall;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.story.Stage;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The router's topology with the real decisions, for events by the numbers of several persons. */
final class Persons implements AutoCloseable {

    private static final PlainAvro AVRO = new PlainAvro();
    private static final String SCHEME = "INSZ";

    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final EventWriter events = new EventWriter(Contracts.shipped(), new PayloadCodec(Contracts.shipped()));
    private final Stage stage;
    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> topic;
    private final List<JournalEntry> journal = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> forgotten = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-02T08:00:00Z");

    /** @param cast the parties; {@code ruleset flanders COACH=buddies/ria known=slakwekerij} */
    Persons(String cast) {
        this(Stage.withoutCase(cast));
    }

    Persons(Stage stage) {
        this.stage = stage;
        var router = new Router(
                stage.decisions(),
                stage.joining(),
                new Due(stage.directory()),
                Catalogue.shipped().steps()::isCaseWide,
                tokens,
                Contracts.shipped(),
                AVRO,
                AVRO,
                () -> now);
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, RouterSettings.APPLICATION_ID);
        driver = new TopologyTestDriver(RouterTopology.of(router, new DueWatch()), settings);
        topic = driver.createInputTopic(Topics.EVENTS, new StringSerializer(), new ByteArraySerializer());
    }

    SubjectKey key(String number) {
        return tokens.subjectKey(SCHEME, number);
    }

    String caseRef(String number) {
        return tokens.caseRef(key(number), 1);
    }

    /** Sends an event as it is written in the stories, by a person's number. */
    void send(String number, String line) {
        send(number, stage.event(line));
    }

    void refer(String number, String key) {
        send(
                number,
                "2026-03-02 vdab referral.requested " + key
                        + " kind=JOB_COACHING @ruleset=flanders @role=UMBRELLA/buddies @role=COACH/buddies @role=WELFARE/ocmw"
                        + " @digest=same");
    }

    void work(String number, String key) {
        send(number, "2026-03-04 buddies employment.started " + key + " employer=winkel startDate=03-02 @digest=same");
    }

    void renumber(String old, String renewed, String key) {
        send(old, "2026-03-03 vdab person.renumbered " + key + " old=" + old + " new=" + renewed + " @digest=same");
    }

    /** An answer of the notice's receiver to the notice. */
    void answer(Notice notice, String outcome) {
        answer(
                notice,
                "BUSINESS",
                Fields.of("noticeId", notice.getNoticeId())
                        .with("level", "BUSINESS")
                        .with("outcome", outcome));
    }

    /** That its receiver has it. */
    void delivered(Notice notice) {
        answer(notice, "TRANSPORT", Fields.of("noticeId", notice.getNoticeId()).with("level", "TRANSPORT"));
    }

    private void answer(Notice notice, String level, Fields data) {
        CaseEvent event = stage.event("2026-03-05 " + notice.getParty() + " notice.answered " + notice.getNoticeId()
                + "|" + level + "|" + journal.size() + " @digest=same");
        CaseEvent answer = event.as(event.action(), event.line(), event.version(), data);
        pipe(
                tokens.openNoticeId(notice.getNoticeId(), notice.getParty())
                        .orElseThrow()
                        .subject(),
                events.write(answer, now));
    }

    /** An event of the hub about a notice, under the key that the notice's id holds. */
    void about(Notice notice, eu.estafette.contract.message.CaseEvent event) {
        pipe(
                tokens.openNoticeId(notice.getNoticeId(), notice.getParty())
                        .orElseThrow()
                        .subject(),
                event);
    }

    /** An event of the hub about a person's case. */
    void about(String number, CaseEvent event) {
        pipe(key(number), events.write(event, now));
    }

    private void send(String number, CaseEvent event) {
        eu.estafette.contract.message.CaseEvent written = events.write(event, now);
        written.setIdentity(Identities.seal(new Identity(SCHEME, number, "Sam", "Jansen")));
        pipe(key(number), written);
    }

    private void pipe(SubjectKey key, eu.estafette.contract.message.CaseEvent event) {
        // each a second later than the one before, so that what is journaled has its order
        now = now.plusSeconds(1);
        event.setRecordedTime(now);
        topic.pipeInput(key.hex(), AVRO.serialize(Topics.EVENTS, event));
    }

    /** Lets time pass; what is due by then is raised and decided. */
    void passTo(String time) {
        now = Instant.parse(time);
        driver.advanceWallClockTime(Duration.ofMillis(200));
    }

    List<Notice> notices() {
        for (TestRecord<String, byte[]> record : records(Topics.NOTICES)) {
            if (record.value() == null) {
                forgotten.add(record.key());
            } else {
                notices.add((Notice) AVRO.deserialize(Topics.NOTICES, record.value()));
            }
        }
        return notices;
    }

    /** Ids of notices that no mailbox shows any more. */
    List<String> forgotten() {
        notices();
        return forgotten;
    }

    Notice notice(Function<Notice, String> property, String value) {
        return notices().stream()
                .filter(notice -> property.apply(notice).equals(value))
                .toList()
                .getLast();
    }

    /** The last one that asks for this step. */
    Notice asking(String step) {
        return notice(notice -> notice.getStep() == null ? "" : notice.getStep().getCode(), step);
    }

    List<JournalEntry> journal() {
        journal.addAll(read(Topics.JOURNAL, JournalEntry.class));
        return journal;
    }

    /** What became of the event of this business key, entry by entry. */
    List<JournalEntry> journal(String businessKey) {
        return journal().stream()
                .filter(entry -> entry.getEvent() != null
                        && entry.getEvent().getBusinessKey().equals(businessKey))
                .toList();
    }

    List<Recall> recalls(String party) {
        return read(Topics.recall(party), Recall.class);
    }

    List<String> invalid() {
        return records(Topics.INVALID).stream()
                .map(record -> new String(
                        record.headers().lastHeader("estafette.failure.code").value()))
                .toList();
    }

    /** Records of the router's own on its input. */
    List<TestRecord<String, byte[]>> sentOn() {
        return records(Topics.EVENTS);
    }

    static boolean isCase(TestRecord<String, byte[]> record) {
        return AVRO.deserialize(Topics.EVENTS, record.value()) instanceof CaseMoved;
    }

    static String header(TestRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** What is kept under a number, each entry's name without the subject key. */
    List<String> kept(String number) {
        String prefix = key(number).hex() + "/";
        List<String> kept = new ArrayList<>();
        try (var all =
                driver.<String, byte[]>getKeyValueStore(DecideProcessor.STORE).all()) {
            while (all.hasNext()) {
                KeyValue<String, byte[]> entry = all.next();
                if (entry.key.startsWith(prefix)) {
                    kept.add(entry.key.substring(prefix.length()));
                }
            }
        }
        return kept;
    }

    private <T> List<T> read(String name, Class<T> type) {
        return records(name).stream()
                .map(record -> type.cast(AVRO.deserialize(name, record.value())))
                .toList();
    }

    private List<TestRecord<String, byte[]>> records(String name) {
        return driver.createOutputTopic(name, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
