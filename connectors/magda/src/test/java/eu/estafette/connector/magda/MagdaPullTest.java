package eu.estafette.connector.magda;

import static eu.estafette.connector.magda.MagdaRig.CASE;
import static eu.estafette.connector.magda.MagdaRig.OTHER_CASE;
import static eu.estafette.connector.magda.MagdaRig.ROUTER;
import static eu.estafette.connector.magda.Replies.INSZ;
import static eu.estafette.connector.magda.Replies.NEW_INSZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.connector.magda.Replies.Contract;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MagdaPullTest {

    private static final String KEY = "000000034567";
    private static final Contract RUNS = Contract.of("34567", "2026-02-02");

    private static TestKeys keys;

    private MagdaRig rig;

    @BeforeAll
    static void keys(@TempDir Path keyFolder) throws Exception {
        keys = TestKeys.in(keyFolder);
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        rig = new MagdaRig(temporary, keys);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private void answers(String... contracts) {
        rig.magda.says("GeefWerkrelaties", Replies.relations(contracts));
    }

    @Test
    void whoIsRegisteredIsAskedAboutAtOnceAndThenOnceADay() throws Exception {
        // Given
        rig.visit();
        rig.subscribe();
        answers(RUNS.xml());

        // When
        rig.visit();
        rig.visit();
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.magda.asked())
                .containsExactly(
                        "RegistreerInschrijving " + INSZ, "GeefWerkrelaties " + INSZ, "GeefWerkrelaties " + INSZ);
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY);
        assertThat(rig.aside()).isEmpty();
    }

    @Test
    void aStartIsToldWholeAndOrderedByItsStampInBrussels() throws Exception {
        // Given
        rig.subscribe();

        // When
        rig.theNextDay(RUNS.until("9999-12-31"));

        // Then
        CaseEvent event = rig.hub.events().getFirst();
        GenericRecord started = MagdaRig.content(event);
        assertThat(event.getTime()).isEqualTo("2026-03-02T07:00:00Z");
        assertThat(event.getEventVersion()).isEqualTo(825_753_600); // 2026-03-02T08:00:00, seconds since 2000
        assertThat(started.get("startDate")).hasToString("2026-02-02");
        assertThat(started.get("startTime")).hasToString("08:30");
        assertThat(started.get("plannedEnd")).isNull();
        assertThat(started.get("employer").toString()).contains("KBO", Replies.COMPANY);
        assertThat(started.get("workerType").toString()).contains("OTH");
        assertThat(started.get("sector").toString()).contains("320");
    }

    @Test
    void anEmploymentChangesEndsGoesOnAndIsCancelled() throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS);

        // When
        rig.theNextDay(RUNS.until("2026-05-29").by("U", "2026-03-03T10:00:00"));
        rig.theNextDay(RUNS.until("2026-03-04").by("O", "2026-03-04T17:00:00"));
        rig.theNextDay(RUNS.until("2026-03-03").by("O", "2026-03-05T09:00:00"));
        rig.theNextDay(RUNS.until("9999-12-31").by("U", "2026-03-06T09:00:00"));
        rig.theNextDay(RUNS.cancelledAt("2026-03-07T09:00:00"));
        rig.theNextDay(RUNS.cancelledAt("2026-03-07T09:00:00"));

        // Then
        assertThat(rig.told())
                .containsExactly(
                        "started ORIGINAL " + KEY,
                        "changed ORIGINAL " + KEY,
                        "ended ORIGINAL " + KEY,
                        "ended ORIGINAL " + KEY,
                        "ended REOPENING " + KEY,
                        "started WITHDRAWAL " + KEY);
        assertThat(rig.hub.events().stream().map(CaseEvent::getEventVersion).toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(rig.hub.events().stream().map(CaseEvent::getId).toList()).doesNotHaveDuplicates();
    }

    @Test
    void aPlannedEndThatPassesEndsNothing() throws Exception {
        // Given
        rig.subscribe();
        Contract fixed = RUNS.until("2026-03-05");

        // When
        for (int day = 0; day < 5; day++) {
            rig.theNextDay(fixed);
        }

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY);
        assertThat(MagdaRig.content(rig.hub.events().getFirst()).get("plannedEnd"))
                .hasToString("2026-03-05");
    }

    @Test
    void whatHadEndedWhenItIsFirstSeenBeganInAnOlderWordThanTheBeginningItself() throws Exception {
        // Given
        rig.subscribe();

        // When
        rig.theNextDay(RUNS.until("2026-03-02").by("O", "2026-03-02T18:00:00"));

        // Then: a file's word of the beginning, stamped 08:00:00, would still be the newer one
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY, "ended ORIGINAL " + KEY);
        assertThat(rig.hub.events().getFirst().getEventVersion()).isEqualTo(825_753_599);
        assertThat(MagdaRig.content(rig.hub.events().getFirst()).get("plannedEnd"))
                .isNull();
    }

    @Test
    void whatWasOverOrCancelledBeforeTheSubscriptionIsHistory() throws Exception {
        // Given
        rig.subscribe();

        // When
        rig.theNextDay(
                RUNS.until("2026-02-28").by("O", "2026-02-28T18:00:00"),
                Contract.of("2", "2026-01-01").cancelledAt("2026-03-02T09:00:00"),
                Contract.of("3", "2025-01-01").until("2026-01-31"));

        // Then
        assertThat(rig.hub.events()).isEmpty();
        assertThat(rig.aside()).isEmpty();
    }

    @Test
    void withoutStampsTheHourOfTheAnswerOrders() throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS.withoutStamps());

        // When
        rig.theNextDay(RUNS.withoutStamps().until("2026-06-30"));

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY, "changed ORIGINAL " + KEY);
        assertThat(rig.hub.events().stream().map(CaseEvent::getEventVersion).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aStampThatStandsStillOrGoesBackDoesNotHideAChange() throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS.by("U", "2026-03-02T12:00:00"));

        // When
        rig.theNextDay(RUNS.until("2026-06-30").by("U", "2026-03-02T11:00:00"));

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY, "changed ORIGINAL " + KEY);
        assertThat(rig.hub.events().getLast().getEventVersion())
                .isEqualTo(rig.hub.events().getFirst().getEventVersion() + 1);
    }

    @Test
    void twoEmployersOnTheSameDayAreTwoEmploymentsAndOneEndsAlone() throws Exception {
        // Given
        rig.subscribe();
        Contract other = Contract.of("99", "2026-02-02");
        rig.theNextDay(RUNS, other);

        // When
        rig.theNextDay(RUNS.until("2026-03-03").by("O", "2026-03-03T18:00:00"), other);

        // Then
        assertThat(rig.told())
                .containsExactly("started ORIGINAL " + KEY, "started ORIGINAL 000000000099", "ended ORIGINAL " + KEY);
    }

    @Test
    void anEmploymentThatIsGoneWithoutAnEndIsUnknownAndShownOnce() throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS);

        // When
        rig.magda.says("GeefWerkrelaties", Replies.exception("FOUT", "30001"));
        rig.later(Duration.ofDays(1));
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY);
        assertThat(rig.aside()).containsExactly("vanished");
    }

    @Test
    void aWarningKeepsTheAnswerAndWhatIsMissingBesideItIsNotGone() throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS);

        // When: cut off, because it was too long
        rig.magda.says(
                "GeefWerkrelaties",
                Replies.remarked(
                        "30030",
                        Replies.contracts(Contract.of("99", "2026-03-01").xml())));
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY, "started ORIGINAL 000000000099");
        assertThat(rig.aside()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"50000", "99994", "99995", "99996"})
    void whatPassesIsAFailedPollAfterWhichThePersonRests(String code) throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS);
        var before = rig.hub.remembered().get("memory/" + CASE);
        rig.magda.says("GeefWerkrelaties", Replies.exception("FOUT", code));

        // When
        assertThatThrownBy(() -> rig.later(Duration.ofDays(1)))
                .hasMessageContaining(code)
                .hasMessageNotContaining(INSZ);
        rig.later(Duration.ofMinutes(5));

        // Then
        assertThat(rig.magda.asked()).hasSize(3);
        assertThat(rig.hub.remembered().get("memory/" + CASE)).isEqualTo(before);
        assertThat(rig.aside()).isEmpty();

        // When
        answers(RUNS.xml());
        rig.later(Duration.ofMinutes(15));

        // Then
        assertThat(rig.magda.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20002", "20003", "30002", "30003", "30004", "40006", "60007"})
    void whatIsNoUseToAskAgainWaitsForTheNextTurnAndIsSeenOnce(String code) throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS);
        rig.magda.says("GeefWerkrelaties", Replies.exception("FOUT", code));

        // When
        rig.later(Duration.ofDays(1));
        rig.later(Duration.ofMinutes(20));
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.magda.asked()).hasSize(4);
        assertThat(rig.aside()).containsExactly(code);
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY);

        // When
        rig.theNextDay(RUNS);

        // Then: nothing was forgotten
        assertThat(rig.told()).hasSize(1);
        assertThat(rig.aside()).hasSize(1);
    }

    @Test
    void whomMagdaHasLostIsToldOfAgainAtTheSecondTurn() throws Exception {
        // Given
        rig.subscribe();
        rig.magda.says("GeefWerkrelaties", Replies.exception("FOUT", "40003"));
        rig.visit();
        assertThat(rig.aside()).containsExactly("40003");
        rig.magda.says("RegistreerInschrijving", request -> {
            answers(RUNS.xml());
            return Replies.done().apply(request);
        });

        // When
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.magda.asked())
                .endsWith("GeefWerkrelaties " + INSZ, "RegistreerInschrijving " + INSZ, "GeefWerkrelaties " + INSZ);
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOUT", "WAARSCHUWING"})
    void aReplacedNumberIsToldOnceAndThenGoesOnAsTheNewOne(String type) throws Exception {
        // Given
        rig.subscribe();
        rig.magda.says("GeefWerkrelaties", request -> {
            String contract = Replies.contracts(RUNS.ofPerson(NEW_INSZ).xml());
            if (Replies.person(request).equals(NEW_INSZ)) {
                return Replies.answer(request, "<Inhoud>" + contract + "</Inhoud>");
            }
            return type.equals("FOUT")
                    ? Replies.exception("FOUT", "30004", NEW_INSZ).apply(request)
                    : Replies.remarked("30004", contract)
                            .apply(request)
                            .replace("<Diagnose>", "<Diagnose>" + NEW_INSZ + " ");
        });

        // When
        rig.visit();

        // Then
        assertThat(rig.hub.events()).singleElement().satisfies(event -> {
            assertThat(event.getType()).endsWith("person.notify.renumbered");
            assertThat(MagdaRig.content(event).get("new").toString()).contains(NEW_INSZ);
        });

        // When: the router has not followed a day later
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.told()).hasSize(2).endsWith("started ORIGINAL " + KEY);
        assertThat(rig.aside()).isEmpty();

        // When: it has
        rig.deliver(ROUTER.stop(CASE, 2, INSZ));
        rig.deliver(ROUTER.start(CASE, 3, NEW_INSZ));
        rig.visit();

        // Then
        assertThat(rig.magda.asked()).endsWith("RegistreerInschrijving " + NEW_INSZ, "GeefWerkrelaties " + NEW_INSZ);
    }

    @Test
    void anAnswerThatBreaksTheSchemaIsSetAsideWholeOnce() throws Exception {
        // Given
        rig.subscribe();
        rig.magda.says(
                "GeefWerkrelaties",
                request -> Replies.relations(RUNS.xml()).apply(request).replace("<Antwoord>", "<Antwoord><Wat/>"));

        // When
        rig.visit();
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.hub.events()).isEmpty();
        assertThat(rig.hub.asides()).singleElement().satisfies(aside -> assertThat(
                        new String(rig.hub.original(aside.original()).orElseThrow(), StandardCharsets.UTF_8))
                .contains("<Wat/>"));
    }

    @Test
    void oneContractThatIsNotRightIsSetAsideOnceAndTheOthersAreTold() throws Exception {
        // Given
        rig.subscribe();
        Contract[] bad = {
            RUNS.by("O", "2026-03-02T09:00:00"),
            Contract.of("2", "2026-13-01"),
            Contract.of("3", "2026-02-02").by("X", "2026-03-02T09:00:00"),
            Contract.of("4", "2026-02-02").ofPerson("02622200138"),
            Contract.of("5", "2026-03-12").until("2026-03-11"),
            Contract.of("6", "2026-02-02")
        };

        // When
        rig.theNextDay(bad);
        rig.theNextDay(bad);

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL 000000000006");
        assertThat(rig.aside())
                .containsExactly("required", "invalidContent", "unknownValue", "otherPerson", "endBeforeStart");

        // When: the first is put right
        rig.theNextDay(RUNS.until("2026-03-02").by("O", "2026-03-04T09:00:00"), Contract.of("6", "2026-02-02"));

        // Then
        assertThat(rig.told()).endsWith("started ORIGINAL " + KEY, "ended ORIGINAL " + KEY);
    }

    @Test
    void whatTheChecksRefuseIsSetAsideOnceAndToldWhenItIsPutRight() throws Exception {
        // Given: a company number that fails its check
        rig.subscribe();
        String unfit = RUNS.xml().replace(Replies.COMPANY, "0206731646");
        answers(unfit);
        rig.visit();
        rig.later(Duration.ofDays(1));
        assertThat(rig.hub.asides()).hasSize(1);
        assertThat(rig.hub.asides().getFirst().issues().getFirst().name()).isEqualTo("Ondernemingsnummer");

        // When
        rig.theNextDay(RUNS);

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCrashAtEachCommitNeitherLosesNorDoublesAnEvent(boolean committed) throws Exception {
        // Given
        rig.subscribe();
        answers(
                RUNS.xml(),
                Contract.of("99", "2026-02-02")
                        .until("2026-03-02")
                        .by("O", "2026-03-02T09:00:00")
                        .xml());
        for (int commit = 1; commit <= 3; commit++) {
            // When
            rig.hub.killAtCommit(commit, committed);
            try {
                rig.visit();
            } catch (HubSide.Killed e) {
                // the next process
            }
        }
        rig.hub.killAtCommit(1_000, false);
        rig.visit();

        // Then
        assertThat(rig.told())
                .containsExactly(
                        "started ORIGINAL " + KEY, "started ORIGINAL 000000000099", "ended ORIGINAL 000000000099");
    }

    @Test
    void whoIsNoLongerSubscribedIsForgotten() throws Exception {
        // Given
        rig.subscribe();
        rig.theNextDay(RUNS);

        // When
        rig.deliver(ROUTER.stop(CASE, 2, INSZ));
        rig.later(Duration.ofDays(1));

        // Then
        assertThat(rig.magda.asked()).endsWith("RegistreerUitschrijving " + INSZ);
        assertThat(rig.hub.remembered().values())
                .allSatisfy(kept ->
                        assertThat(new String(kept, StandardCharsets.UTF_8)).doesNotContain(INSZ));
        assertThat(rig.hub.remembered().keySet())
                .allSatisfy(key -> assertThat(key).doesNotContain(INSZ));
    }

    @Test
    void oneFailingPersonHoldsUpNobody() throws Exception {
        // Given
        rig.subscribe();
        rig.deliver(ROUTER.start(OTHER_CASE, 1, NEW_INSZ));
        rig.magda.says(
                "GeefWerkrelaties",
                request -> Replies.person(request).equals(INSZ)
                        ? Replies.exception("FOUT", "99994").apply(request)
                        : Replies.relations(RUNS.ofPerson(NEW_INSZ).xml()).apply(request));

        // When
        assertThatThrownBy(rig::visit).isInstanceOf(IOException.class).hasMessageContaining("99994");

        // Then
        assertThat(rig.told()).containsExactly("started ORIGINAL " + KEY);
    }

    @Test
    void anAddressIsCheckedAndTriedOut() {
        // Given
        var connector = new MagdaConnector(rig.service(), Duration.ofSeconds(10));
        var wrong = rig.magda.address(Map.of(
                "interval",
                "often",
                "identification",
                "",
                "capacity",
                "x".repeat(25),
                "schrappingsIndicatie",
                "3",
                "speed",
                "1"));

        // Then
        assertThat(connector.faultsOf(wrong)).hasSize(5);
        assertThat(connector.tryOut(rig.magda.address())).isEmpty();
        assertThat(new MagdaOutbound().faultsOf(wrong)).hasSize(wrong.settings().size());
        assertThat(List.of(connector.name(), new MagdaOutbound().name())).containsOnly("magda");
    }
}
