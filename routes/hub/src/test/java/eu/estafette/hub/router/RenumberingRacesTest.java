package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseMoved;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.story.Stage;
import eu.estafette.hub.router.message.EventWriter;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Renumberings while others, and events, are under way: the test says what is read when. */
class RenumberingRacesTest {

    private static final PlainAvro AVRO = new PlainAvro();
    private static final int ENOUGH = 20;

    private final Stage stage = Stage.withoutCase(
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab UMBRELLA=buddies COACH=buddies known=winkel");
    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final EventWriter events = new EventWriter(Contracts.shipped(), new PayloadCodec(Contracts.shipped()));
    private final Router router = new Router(
            stage.decisions(),
            stage.joining(),
            new Due(),
            code -> false,
            tokens,
            Contracts.shipped(),
            AVRO,
            AVRO,
            this::now);
    private final CaseStore cases = router.open(new MemoryEntries());
    private final Deque<Outgoing> underWay = new ArrayDeque<>();
    private final List<JournalEntry> journal = new ArrayList<>();
    private long offset;

    @Test
    void twoPersonsWhoseNumbersAreExchangedAtOnceGetEachTheirOwnCase() {
        // Given
        refer("A");
        refer("B");
        String ofA = caseOf("VA");
        String ofB = caseOf("VB");

        // When: both have left before either arrives
        renumber("A", "B");
        renumber("B", "A");
        arriveAll();
        work("A");
        work("B");

        // Then
        assertThat(caseOf("EA")).isEqualTo(ofB);
        assertThat(caseOf("EB")).isEqualTo(ofA);
    }

    @Test
    void aCaseThatComesToANumberWhichIsOldByThenGoesOn() {
        // Given: B became C, and who says that A became B does not know it yet
        refer("B");
        renumber("B", "C");
        arriveAll();
        refer("A");

        // When
        renumber("A", "B");
        arriveAll();
        work("A");

        // Then
        assertThat(caseOf("EA")).as("the older case").isEqualTo(caseOf("VB"));
    }

    @Test
    void threeNumbersInARingDoNotSendACaseRoundForEver() {
        // Given
        refer("A");
        renumber("A", "B");
        arriveAll();
        renumber("B", "C");
        arriveAll();

        // When
        renumber("C", "A");
        arriveAll();
        work("B");
        arriveAll();

        // Then
        assertThat(caseOf("EB")).isEqualTo(caseOf("VA"));
    }

    @Test
    void whatComesWhileItsCaseIsOnTheWayBackIsDecidedAfterIt() {
        // Given
        refer("A");
        renumber("A", "B");
        arriveAll();

        // When: the case has left B, and A does not have it yet
        send("B", "2026-03-04 vdab person.renumbered NA v2 WITHDRAWAL");
        work("A");
        arriveAll();

        // Then
        assertThat(states("EA")).containsExactly("ACCEPTED", "ROUTED");
        assertThat(caseOf("EA")).isEqualTo(caseOf("VA"));
    }

    @Test
    void theCaseComesBeforeWhateverIsForwarded() {
        // Given
        refer("A");

        // When
        renumber("A", "B");
        work("A");

        // Then: in the order in which one producer writes them to one partition
        assertThat(underWay)
                .extracting(Outgoing::key)
                .containsOnly(tokens.subjectKey("INSZ", "B").hex());
        assertThat(underWay)
                .extracting(outgoing -> AVRO.deserialize(Topics.EVENTS, value(outgoing)) instanceof CaseMoved)
                .containsExactly(true, false);
    }

    private Instant now() {
        return Instant.parse("2026-03-02T08:00:00Z").plusSeconds(offset);
    }

    private void refer(String number) {
        send(
                number,
                "2026-03-02 vdab referral.requested V" + number
                        + " kind=JOB_COACHING @ruleset=flanders @role=UMBRELLA/buddies @role=COACH/buddies");
    }

    private void renumber(String old, String renewed) {
        send(old, "2026-03-03 vdab person.renumbered N" + old + " old=" + old + " new=" + renewed);
    }

    private void work(String number) {
        send(number, "2026-03-04 buddies employment.started E" + number + " employer=winkel startDate=03-02");
    }

    /** Has an event routed at once, whatever is under way. */
    private void send(String number, String line) {
        byte[] value = AVRO.serialize(Topics.EVENTS, events.write(stage.event(line), now()));
        read(new Outgoing(Topics.EVENTS, tokens.subjectKey("INSZ", number).hex(), value, new RecordHeaders()));
    }

    private void arriveAll() {
        for (int records = 0; !underWay.isEmpty(); records++) {
            assertThat(records).as("nothing goes round for ever").isLessThan(ENOUGH);
            read(underWay.removeFirst());
        }
    }

    private void read(Outgoing record) {
        List<Outgoing> sent =
                router.route(cases, new Incoming(record.key(), value(record), record.headers(), 0, offset++));
        for (Outgoing outgoing : sent) {
            assertThat(outgoing.topic()).isNotEqualTo(Topics.INVALID);
            if (outgoing.topic().equals(Topics.EVENTS)) {
                underWay.add(outgoing);
            } else if (outgoing.topic().equals(Topics.JOURNAL)) {
                journal.add((JournalEntry) AVRO.deserialize(Topics.JOURNAL, value(outgoing)));
            }
        }
    }

    private static byte[] value(Outgoing outgoing) {
        return Objects.requireNonNull(outgoing.value());
    }

    private List<String> states(String businessKey) {
        arriveAll();
        return of(businessKey).stream().map(JournalEntry::getState).toList();
    }

    private String caseOf(String businessKey) {
        arriveAll();
        return of(businessKey).getLast().getCaseId();
    }

    private List<JournalEntry> of(String businessKey) {
        return journal.stream()
                .filter(entry -> entry.getEvent() != null
                        && entry.getEvent().getBusinessKey().equals(businessKey))
                .toList();
    }
}
