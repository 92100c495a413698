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
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;

/** The router's topology with the real decisions, for events by the numbers of several persons. */
final class Persons implements AutoCloseable {

    private static final PlainAvro AVRO = new PlainAvro();
    private static final String SCHEME = "INSZ";

    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final EventWriter events = new EventWriter(Contracts.shipped(), new PayloadCodec(Contracts.shipped()));
    private final Stage stage;
    private final DrivenRouter driver;

    /** @param cast the parties; {@code ruleset flanders COACH=buddies/ria known=slakwekerij} */
    Persons(String cast) {
        this(Stage.withoutCase(cast));
    }

    Persons(Stage stage) {
        this.stage = stage;
        this.driver = new DrivenRouter(this::router);
    }

    /** The router that decides here, with the time of somebody's clock. */
    Router router(InstantSource clock) {
        return new Router(
                stage.decisions(),
                stage.joining(),
                new Due(stage.directory()),
                Catalogue.shipped().steps()::isCaseWide,
                tokens,
                Contracts.shipped(),
                AVRO,
                AVRO,
                clock);
    }

    /** What was done here so far. */
    DrivenRouter driver() {
        return driver;
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
        answer(notice, "BUSINESS", Fields.of("outcome", outcome));
    }

    /** That its receiver has it. */
    void delivered(Notice notice) {
        answer(notice, "TRANSPORT", Fields.NONE);
    }

    private void answer(Notice notice, String level, Fields said) {
        Fields data = said.with("noticeId", notice.getNoticeId()).with("level", level);
        CaseEvent event = stage.event("2026-03-05 " + notice.getParty() + " notice.answered " + notice.getNoticeId()
                + "|" + level + "|" + journal().size() + " @digest=same");
        CaseEvent answer = event.as(event.action(), event.line(), event.version(), data);
        about(notice, events.write(answer, driver.next()));
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
        pipe(key(number), events.write(event, driver.next()));
    }

    private void send(String number, CaseEvent event) {
        eu.estafette.contract.message.CaseEvent written = events.write(event, driver.next());
        written.setIdentity(Identities.seal(new Identity(SCHEME, number, "Sam", "Jansen")));
        pipe(key(number), written);
    }

    private void pipe(SubjectKey key, eu.estafette.contract.message.CaseEvent event) {
        event.setRecordedTime(driver.next());
        driver.send(key.hex(), AVRO.serialize(Topics.EVENTS, event), EventHeaders.of(event));
    }

    /** Something that is no event. */
    void noise(String number) {
        driver.send(key(number).hex(), new byte[] {7, 7, 0, 7}, new RecordHeaders());
    }

    /** Lets time pass; what is due by then is raised and decided. */
    void passTo(String time) {
        driver.passTo(Instant.parse(time));
    }

    List<Notice> notices() {
        List<TestRecord<String, byte[]>> shown = driver.all(Topics.NOTICES).stream()
                .filter(record -> record.value() != null)
                .toList();
        return read(shown, Topics.NOTICES, Notice.class);
    }

    /** Ids of notices that no mailbox shows any more. */
    List<String> forgotten() {
        return driver.all(Topics.NOTICES).stream()
                .filter(record -> record.value() == null)
                .map(TestRecord::key)
                .toList();
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
        return read(driver.all(Topics.JOURNAL), Topics.JOURNAL, JournalEntry.class);
    }

    /** What became of the event of this business key, entry by entry. */
    List<JournalEntry> journal(String businessKey) {
        return journal().stream()
                .filter(entry -> entry.getEvent() != null
                        && entry.getEvent().getBusinessKey().equals(businessKey))
                .toList();
    }

    List<Recall> recalls(String party) {
        return read(driver.records(Topics.recall(party)), Topics.recall(party), Recall.class);
    }

    List<String> invalid() {
        return driver.records(Topics.INVALID).stream()
                .map(record -> new String(
                        record.headers().lastHeader("estafette.failure.code").value()))
                .toList();
    }

    /** Records of the router's own on its input. */
    List<TestRecord<String, byte[]>> sentOn() {
        return driver.records(Topics.EVENTS);
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
        return driver.stored().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    private static <T> List<T> read(List<TestRecord<String, byte[]>> records, String topic, Class<T> type) {
        return records.stream()
                .map(record -> type.cast(AVRO.deserialize(topic, record.value())))
                .toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
