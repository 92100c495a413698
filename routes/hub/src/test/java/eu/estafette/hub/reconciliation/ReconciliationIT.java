package eu.estafette.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.reconciliation.Difference.Kind;
import eu.estafette.schemas.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each test has a day of its own on topics that all share. */
class ReconciliationIT {

    private static DayTopics broker;
    private static DayRig topics;

    @BeforeAll
    static void start() throws Exception {
        broker = new DayTopics();
        topics = new DayRig(broker);
    }

    @AfterAll
    static void stop() throws Exception {
        broker.close();
    }

    @Test
    void everyEventAndNoticeOfADayIsCountedOnce() throws Exception {
        // Given
        Instant at = Instant.parse("2026-03-02T09:00:00Z");
        for (String state :
                List.of("ROUTED", "ROUTED", "HELD", "EXPIRED", "WITHDRAWN", "DUPLICATE", "REFUSED", "INVALID")) {
            topics.journal(topics.accept(at), state, at);
        }
        Place released = topics.accept(at);
        topics.journal(released, "HELD", at);
        topics.journal(released, "ROUTED", at.plusSeconds(60));
        Place nonsense = topics.acceptNonsense(at);
        broker.put(Topics.INVALID, nonsense.toString(), DayTopics.bytes("nonsense"));
        topics.journal(topics.accept(at.minusSeconds(86_400)), "ROUTED", at);

        notice("N1-DELIVERED", at);
        topics.receipt("N1-DELIVERED", at, false);
        topics.journal("DELIVERED", at, "N1-DELIVERED");
        notice("N1-WITHDRAWN", at);
        topics.receipt("N1-WITHDRAWN", at, true);
        topics.journal("WITHDRAWN", at, "N1-WITHDRAWN");
        notice("N1-DEAD", at);
        broker.put(Topics.dead("coach"), "N1-DEAD", DayTopics.bytes("dead"));
        topics.journal("DEAD", at, "N1-DEAD");
        notice("N1-DISCARDED", at);
        topics.journal("DEAD", at, "N1-DISCARDED");
        topics.journal("DISCARDED", at, "N1-DISCARDED");
        notice("N1-PARKED", at);
        broker.put(Topics.parked("coach"), "N1-PARKED", DayTopics.bytes("parked"));
        topics.journal("PARKED", at, "N1-PARKED");
        topics.finishLane();
        notice("N1-OPEN", at);
        notice("N1-ABOVE", at);
        topics.receipt("N1-ABOVE", at, false);
        topics.journal("DELIVERED", at, "N1-ABOVE");
        topics.ledger(
                "{\"v\":1,\"upTo\":" + (topics.lastOnLane() + 1) + ",\"open\":[" + (topics.lastOnLane() - 1) + "]}");
        topics.hold("HELD", at, "waits");
        topics.hold("HELD", at, "over");
        topics.hold("EXPIRED", at.plusSeconds(1), "over");
        topics.hold("HELD", at, "let-go");
        topics.hold("RELEASED", at.plusSeconds(1), "let-go");
        Place inTransit = topics.accept(at);
        topics.routedUpTo(inTransit);

        // When
        var outcome = broker.reconcile(day("2026-03-02"));

        // Then
        assertThat(outcome.differences()).isEmpty();
        var town = of(outcome.reckoning().senders(), "town");
        assertThat(town.total()).isEqualTo(10);
        assertThat(town.parts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        EventState.IN_TRANSIT, 1L,
                        EventState.ROUTED, 3L,
                        EventState.HELD, 1L,
                        EventState.EXPIRED, 1L,
                        EventState.WITHDRAWN, 1L,
                        EventState.DUPLICATE, 1L,
                        EventState.REFUSED, 1L,
                        EventState.INVALID, 1L));
        assertThat(of(outcome.reckoning().senders(), "unknown").parts()).containsEntry(EventState.INVALID, 1L);
        assertThat(of(outcome.reckoning().senders(), "hub").total()).isEqualTo(3);
        var coach = of(outcome.reckoning().receivers(), "coach");
        assertThat(coach.total()).isEqualTo(9);
        assertThat(coach.parts())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        NoticeState.DELIVERED, 2L,
                        NoticeState.WAITING, 3L,
                        NoticeState.DEAD, 2L,
                        NoticeState.WITHDRAWN, 1L,
                        NoticeState.EXPIRED, 1L));
        assertThat(town.holds() && coach.holds()).isTrue();
    }

    @Test
    void anEventThatWentOnAsACopyIsCountedOnceWhereItWasAccepted() throws Exception {
        // Given
        Instant at = Instant.parse("2026-03-05T09:00:00Z");
        Place forwarded = topics.accept(at);
        topics.journal(forwarded, "ACCEPTED", at);
        topics.again(forwarded, at);
        topics.journal(forwarded, "ROUTED", at);
        Place underWay = topics.accept(at);
        topics.journal(underWay, "ACCEPTED", at);
        topics.again(underWay, at);
        Place mended = topics.accept(at);
        topics.journal(mended, "INVALID", at);
        topics.again(mended, at);
        Place copy = topics.again(mended, at.plusSeconds(1));
        topics.journal(mended, "ROUTED", at.plusSeconds(2));
        topics.routedUpTo(new Place(0, copy.offset() + 1));

        // When
        var outcome = broker.reconcile(day("2026-03-05"));

        // Then
        assertThat(outcome.differences()).isEmpty();
        var town = of(outcome.reckoning().senders(), "town");
        assertThat(town.total()).isEqualTo(3);
        assertThat(town.parts()).containsEntry(EventState.ROUTED, 2L).containsEntry(EventState.IN_TRANSIT, 1L);
        assertThat(town.holds()).isTrue();
    }

    @Test
    void whateverDoesNotAddUpIsNamed() throws Exception {
        // Given
        Instant at = Instant.parse("2026-03-10T09:00:00Z");
        Place lost = topics.accept(at);
        Place setAside = topics.accept(at);
        topics.journal(setAside, "ROUTED", at);
        broker.put(Topics.INVALID, setAside.toString(), DayTopics.bytes("original"));
        topics.routedUpTo(topics.accept(at));
        Place never = new Place(0, 1_000_000);
        topics.journal(never, "ROUTED", at);
        notice("N1-LOST", at);
        topics.make("N1-UNKNOWN", at);
        topics.receipt("N1-UNKNOWN", at, false);
        notice("N1-TWICE", at);
        topics.receipt("N1-TWICE", at, false);
        topics.journal("DELIVERED", at, "N1-TWICE");
        topics.journal("DELIVERED", at, "N1-TWICE");
        notice("N1-OTHERWISE", at);
        topics.receipt("N1-OTHERWISE", at, true);
        topics.journal("DELIVERED", at, "N1-OTHERWISE");
        topics.journal(topics.accept(at.minusSeconds(86_400)), "ROUTED", at, "N1-NEVER");
        topics.finishLane();

        // When
        var outcome = broker.reconcile(day("2026-03-10"));

        // Then
        assertThat(outcome.differences())
                .extracting(Difference::kind, Difference::id)
                .containsExactlyInAnyOrder(
                        named(Kind.EVENT_LOST, lost.toString()),
                        named(Kind.EVENT_STATE, setAside.toString()),
                        named(Kind.EVENT_NOT_ACCEPTED, never.toString()),
                        named(Kind.NOTICE_LOST, "N1-LOST"),
                        named(Kind.NOTICE_NOT_JOURNALED, "N1-UNKNOWN"),
                        named(Kind.NOTICE_TWICE, "N1-TWICE"),
                        named(Kind.NOTICE_STATE, "N1-OTHERWISE"),
                        named(Kind.NOTICE_NOT_MADE, "N1-NEVER"));
        assertThat(of(outcome.reckoning().senders(), "town").holds()).isFalse();
        assertThat(of(outcome.reckoning().receivers(), "coach").holds()).isFalse();
    }

    private static <S extends Enum<S>> Tally.Sum<S> of(Map<String, Tally.Sum<S>> sums, String party) {
        return Objects.requireNonNull(sums.get(party), party);
    }

    private static void notice(String id, Instant at) throws Exception {
        topics.make(id, at);
        topics.journal(topics.accept(at.minusSeconds(86_400)), "ROUTED", at, id);
    }

    private static org.assertj.core.groups.Tuple named(Kind kind, String id) {
        return org.assertj.core.groups.Tuple.tuple(kind, id);
    }

    private static CountedDay day(String text) {
        return new CountedDay(LocalDate.parse(text));
    }
}
