package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.delivery.rig.Waiting;
import eu.estafette.hub.router.DrivenRouter.Step;
import eu.estafette.hub.router.Stop.Moment;
import eu.estafette.hub.router.Stop.Passing;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the runbook's table of crash windows: the process stops exactly there, and another goes on. */
class RouterCrashIT {

    /** What is in the transaction in which the process stops. */
    enum Window {
        EVENT,
        RECEIPT,
        ANSWER,
        EDITED,
        RECALLED,
        LET_GO,
        RAISED,
        RAISED_DECIDED,
        EXPIRED,
        CASE_LEAVES,
        CASE_ARRIVES,
        FORWARDED,
        FORWARDED_DECIDED,
        BROKEN
    }

    private static final PlainAvro AVRO = new PlainAvro();
    private static final String CAST =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies known=winkel";

    /** Steps that are done in the first moment. */
    private static final int TOGETHER = 4;

    /** Steps after a zombie is awake. */
    private static final int LAST = 2;

    /** Longer than a transaction may take. */
    private static final int AWAY_MILLIS = 4_000;

    private static final RouterSettings SELDOM =
            new RouterSettings(1, Duration.ofSeconds(8), Duration.ofSeconds(6), Duration.ofSeconds(10), null);

    private static Persons undisturbed;

    /** The cases of three persons, of whom one gets the number of another, with something of everything that a router does. */
    @BeforeAll
    static void playUndisturbed() {
        var codec = new PayloadCodec(Contracts.shipped());
        undisturbed = new Persons(CAST);
        DrivenRouter time = undisturbed.driver();
        time.timeStands(true);
        undisturbed.refer("A", "VA");
        undisturbed.refer("C", "VC");
        undisturbed.noise("C");
        undisturbed.work("C", "EC");
        time.timeStands(false);
        Notice asked = undisturbed.notice(Notice::getCaseId, caseOf("VA"));
        undisturbed.receipt(asked);
        GenericRecord content = codec.read(asked.getPayload());
        content.put("contact", "0470 44 55 66");
        undisturbed.about(asked, Edited.of(asked, content));
        undisturbed.answer(undisturbed.asking("DECIDE-REFERRAL"), "NEEDS_INFO");
        undisturbed.send("A", "2026-03-03 buddies employment.ended EA actualEnd=03-03");
        undisturbed.work("A", "EA");
        undisturbed.send("C", "2026-03-03 buddies employment.ended EX actualEnd=03-03");
        undisturbed.refer("B", "VB");
        undisturbed.renumber("A", "B", "N1");
        undisturbed.work("A", "E9");
        undisturbed.passTo("2026-03-20T08:00:00Z");
        undisturbed.passTo("2026-06-20T08:00:00Z");
        undisturbed.work("C", "EY");
        undisturbed.work("B", "EZ");
    }

    @AfterAll
    static void end() {
        undisturbed.close();
    }

    @Test
    void aCrashBeforeADecisionIsCommittedLeavesNothingBehind() throws Exception {
        crash(Window.EVENT, Moment.BEFORE_COMMIT);
    }

    @Test
    void aCrashAfterACaseHasLeftForAnotherPartitionLosesItNowhere() throws Exception {
        crash(Window.CASE_LEAVES, Moment.AFTER_COMMIT);
    }

    @Tag("guarantee")
    @ParameterizedTest
    @CsvSource({
        "EVENT, READ",
        "EVENT, SENDING",
        "EVENT, SENT",
        "EVENT, BEFORE_COMMIT",
        "EVENT, AFTER_COMMIT",
        "RECEIPT, BEFORE_COMMIT",
        "RECEIPT, AFTER_COMMIT",
        "ANSWER, BEFORE_COMMIT",
        "ANSWER, AFTER_COMMIT",
        "EDITED, SENDING",
        "EDITED, BEFORE_COMMIT",
        "EDITED, AFTER_COMMIT",
        "RECALLED, BEFORE_COMMIT",
        "RECALLED, AFTER_COMMIT",
        "LET_GO, SENDING",
        "LET_GO, BEFORE_COMMIT",
        "LET_GO, AFTER_COMMIT",
        "RAISED, SENDING",
        "RAISED, BEFORE_COMMIT",
        "RAISED, AFTER_COMMIT",
        "RAISED_DECIDED, READ",
        "RAISED_DECIDED, BEFORE_COMMIT",
        "RAISED_DECIDED, AFTER_COMMIT",
        "EXPIRED, BEFORE_COMMIT",
        "EXPIRED, AFTER_COMMIT",
        "CASE_LEAVES, SENDING",
        "CASE_LEAVES, BEFORE_COMMIT",
        "CASE_LEAVES, AFTER_COMMIT",
        "CASE_ARRIVES, READ",
        "CASE_ARRIVES, SENDING",
        "CASE_ARRIVES, BEFORE_COMMIT",
        "CASE_ARRIVES, AFTER_COMMIT",
        "FORWARDED, BEFORE_COMMIT",
        "FORWARDED, AFTER_COMMIT",
        "FORWARDED_DECIDED, BEFORE_COMMIT",
        "FORWARDED_DECIDED, AFTER_COMMIT",
        "BROKEN, READ",
        "BROKEN, BEFORE_COMMIT",
        "BROKEN, AFTER_COMMIT",
    })
    void whereverItStopsAllIsAsIfItHadNot(Window window, Moment moment) throws Exception {
        crash(window, moment);
    }

    /** A process stops, another does what is left; the first wakes before the last events are sent. */
    private static void crash(Window window, Moment moment) throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(moment, moment == Moment.READ ? read(window) : sent(window))) {
            // Given
            rig.start(stop, Stop.never());

            // When
            rig.play(untilTheLast());
            assertThat(stop.hasHappened()).isTrue();
            rig.wake();
            rig.play(theLast());

            // Then
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void aCommitWhoseAnswerIsLostIsDoneOnce(Moment moment) throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(moment, sent(Window.EVENT), () -> {
                    throw new TimeoutException("made to fail");
                })) {
            rig.startAlone(stop);

            rig.play(undisturbed.driver().steps());

            assertThat(stop.hasHappened()).isTrue();
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @Test
    void whoWakesAfterItsTransactionWasEndedDoesItsWorkAnew() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(Moment.BEFORE_COMMIT, sent(Window.CASE_ARRIVES))) {
            rig.startAlone(stop);

            rig.play(undisturbed.driver().steps());

            assertThat(stop.hasHappened()).isTrue();
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @Test
    void aStoreHalfRestoredIsRestoredByTheNext() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var first = new Stop(Moment.BEFORE_COMMIT, sent(Window.ANSWER));
                var second = new Stop(Moment.RESTORING, record -> record.topic().equals(Topics.CASES))) {
            rig.start(first, second, Stop.never());

            rig.play(untilTheLast());
            assertThat(second.hasHappened()).isTrue();
            rig.wake();
            rig.play(theLast());

            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @ParameterizedTest
    @EnumSource(names = {"BEFORE_GIVING_UP", "AFTER_GIVING_UP"})
    void whatIsUnderWayWhenPartitionsGoToAnotherIsDoneOnce(Moment moment) throws Exception {
        List<Step> together = undisturbed.driver().steps().subList(0, TOGETHER);
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(moment, sent(Window.EVENT))) {
            // Given: a process that commits when it must
            rig.add(stop, SELDOM);
            rig.sendAll(together);
            Waiting.until(stop::isSent);

            // When
            rig.add(Stop.never());
            rig.until(together.getLast().journaled());
            rig.play(untilTheLast().subList(TOGETHER, untilTheLast().size()));
            assertThat(stop.hasHappened()).isTrue();
            rig.wake();
            rig.play(theLast());

            // Then
            rig.assertSameAs(undisturbed.driver());
        }
    }

    @Tag("guarantee")
    @Test
    void kafkaGoesAwayUnderACommitAndComesBack() throws Exception {
        try (var rig = new RouterRig(undisturbed);
                var stop = new Stop(Moment.BEFORE_COMMIT, sent(Window.EVENT), () -> {
                    rig.broker.goAway();
                    Thread.ofVirtual().start(() -> {
                        Waiting.takes(AWAY_MILLIS);
                        rig.broker.comeBack();
                    });
                })) {
            rig.startAlone(stop);

            rig.play(undisturbed.driver().steps());

            assertThat(stop.hasHappened()).isTrue();
            rig.assertSameAs(undisturbed.driver());
        }
    }

    private static List<Step> untilTheLast() {
        List<Step> all = undisturbed.driver().steps();
        return all.subList(0, all.size() - LAST);
    }

    private static List<Step> theLast() {
        List<Step> all = undisturbed.driver().steps();
        return all.subList(all.size() - LAST, all.size());
    }

    private static String caseOf(String referral) {
        return undisturbed.journal(referral).getFirst().getCaseId();
    }

    /** What the router writes there. */
    private static Predicate<Passing> sent(Window window) {
        return switch (window) {
            case EVENT -> journal(entry -> isOf(entry, "VA"));
            case RECEIPT -> journal(entry -> isOf(entry, "TRANSPORT"));
            case ANSWER -> journal(entry -> isOf(entry, "BUSINESS"));
            case EDITED ->
                record ->
                        record.topic().equals(Topics.NOTICES) && notice(record).getReplaces() != null;
            case RECALLED -> record -> record.topic().startsWith(Topics.recall(""));
            // of the two entries that one event brings about
            case LET_GO ->
                journal(entry -> isOf(entry, "EA")
                        && entry.getEvent().getType().equals("employment.ended")
                        && "ROUTED".equals(entry.getState()));
            case RAISED -> record -> record.topic().equals(Topics.EVENTS) && isRaised(record);
            case RAISED_DECIDED ->
                journal(entry ->
                        entry.getEvent() != null && entry.getEvent().getType().equals("step.overdue"));
            case EXPIRED -> journal(entry -> "EXPIRED".equals(entry.getState()));
            case CASE_LEAVES ->
                record -> record.topic().equals(Topics.EVENTS) && type(record).endsWith("case.notify.moved");
            case CASE_ARRIVES -> journal(entry -> entry.getKind().equals("MOVED"));
            case FORWARDED -> journal(entry -> entry.getKind().equals("FORWARDED"));
            case FORWARDED_DECIDED ->
                journal(entry -> isOf(entry, "E9") && entry.getKind().equals("DECIDED"));
            case BROKEN -> record -> record.topic().equals(Topics.INVALID);
        };
    }

    /** What the router reads there. */
    private static Predicate<Passing> read(Window window) {
        return switch (window) {
            case EVENT -> record -> type(record).endsWith("referral.notify.requested");
            case RAISED_DECIDED -> RouterCrashIT::isRaised;
            case CASE_ARRIVES -> record -> type(record).endsWith("case.notify.moved");
            case BROKEN -> record -> type(record).isEmpty();
            default -> throw new IllegalArgumentException("nothing to read for " + window);
        };
    }

    private static Predicate<Passing> journal(Predicate<JournalEntry> entry) {
        return record -> record.topic().equals(Topics.JOURNAL) && entry.test((JournalEntry) decoded(record));
    }

    private static boolean isOf(JournalEntry entry, String businessKey) {
        return entry.getEvent() != null && entry.getEvent().getBusinessKey().contains(businessKey);
    }

    private static Notice notice(Passing record) {
        return (Notice) decoded(record);
    }

    private static SpecificRecord decoded(Passing record) {
        return AVRO.deserialize(record.topic(), Objects.requireNonNull(record.value()));
    }

    private static boolean isRaised(Passing record) {
        return type(record).endsWith("step.notify.overdue");
    }

    private static String type(Passing record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
