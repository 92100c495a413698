package eu.estafette.connector.magda;

import static eu.estafette.connector.magda.MagdaRig.CASE;
import static eu.estafette.connector.magda.MagdaRig.ROUTER;
import static eu.estafette.connector.magda.Replies.INSZ;
import static eu.estafette.connector.magda.Replies.NEW_INSZ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.SignedRequest;
import eu.estafette.kit.rig.SoapPartner;
import eu.estafette.kit.rig.TestKeys;
import eu.estafette.kit.soap.SoapLimits;
import eu.estafette.kit.xml.XmlLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagdaDeliveryTest {

    private static TestKeys keys;

    private Path folder;
    private MagdaRig rig;

    @BeforeAll
    static void keys(@TempDir Path keyFolder) throws Exception {
        keys = TestKeys.in(keyFolder);
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        rig = new MagdaRig(temporary, keys);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private DeliveryResult start() {
        return rig.deliver(ROUTER.start(CASE, 1, INSZ));
    }

    private DeliveryResult stop() {
        return rig.deliver(ROUTER.stop(CASE, 2, INSZ));
    }

    @Test
    void aStartRegistersThePersonBeforeThePollerKnows() throws Exception {
        // When
        DeliveryResult result = start();

        // Then
        assertThat(result).isInstanceOf(Delivered.class);
        assertThat(rig.magda.asked()).containsExactly("RegistreerInschrijving " + INSZ);
        assertThat(rig.magda.partner().requests().getFirst())
                .contains("<Begin>2026-03-01</Begin>", "<Versie>02.01.0000</Versie>", "<Hoedanigheid>7701<");
        assertThat(rig.hub.left()).hasSize(1);
    }

    @Test
    void requestsAreSignedByTheKeyOfTheConnection() throws Exception {
        // When
        start();

        // Then: MAGDA itself let nobody in without the certificate
        SignedRequest request = SignedRequest.of(rig.magda.partner().requests().getFirst());
        assertThat(request.valid()).isTrue();
        assertThat(request.signed()).contains("Body", "Timestamp");
        assertThat(request.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=hub");
    }

    @Test
    void whoHasNoCertificateIsNotLetIn() {
        // Given
        DeliveryAddress known = rig.magda.address();
        rig.use(new DeliveryAddress(
                "magda",
                Map.of(
                        "url", known.all("url"),
                        "trustStore", known.all("trustStore"),
                        "trustStorePassword", known.all("trustStorePassword"),
                        "identification", known.all("identification"),
                        "capacity", known.all("capacity"))));

        // When
        DeliveryResult result = start();

        // Then
        assertThat(result).isInstanceOf(PartnerTrouble.class);
        assertThat(rig.magda.partner().requests()).isEmpty();
        assertThat(rig.hub.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20002", "20003", "20007", "30001", "30002", "30003", "30004", "40003", "40006", "60007"})
    void whatIsNoUseToAskAgainIsRefused(String code) {
        // Given
        rig.magda.says("RegistreerInschrijving", Replies.exception("FOUT", code));

        // When
        DeliveryResult result = start();

        // Then
        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo("MAGDA_" + code);
            assertThat(refused.status()).hasValue(200);
            assertThat(refused.detail()).contains(code).doesNotContain(INSZ, "de tekst");
        });
        assertThat(rig.hub.left()).isEmpty();
        assertThat(rig.magda.asked()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"50000,true", "99994,true", "99995,false", "99996,false", "99999,false"})
    void whatPassesIsAskedAgainLater(String code, boolean inDoubt) {
        // Given
        rig.magda.says("RegistreerInschrijving", Replies.exception("FOUT", code));

        // When
        DeliveryResult result = start();

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("MAGDA_" + code);
            assertThat(trouble.inDoubt()).isEqualTo(inDoubt);
        });
        assertThat(rig.hub.left()).isEmpty();
    }

    @Test
    void anExceptionBesideTheAnswerCountsAsOneInIt() {
        // Given
        rig.magda.says("RegistreerInschrijving", Replies.exceptionBeside("20002"));

        // When, Then
        assertThat(start()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("MAGDA_20002"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOUT", "WAARSCHUWING"})
    void whoIsRegisteredAlreadyIsRegistered(String type) {
        // Given
        rig.magda.says("RegistreerInschrijving", Replies.exception(type, "40143"));
        if (type.equals("WAARSCHUWING")) {
            rig.magda.says("RegistreerInschrijving", Replies.remarked("40143", "<Resultaat>0</Resultaat>"));
        }

        // When, Then
        assertThat(start()).isInstanceOf(Delivered.class);
        assertThat(rig.hub.left()).hasSize(1);
    }

    @Test
    void aWarningKeepsTheAnswerAndAResultOfZeroWithoutOneIsRefused() {
        // Given
        rig.magda.says("RegistreerInschrijving", Replies.remarked("99984", "<Resultaat>1</Resultaat>"));

        // When, Then
        assertThat(start()).isInstanceOf(Delivered.class);

        // When
        rig.magda.says(
                "RegistreerInschrijving",
                request -> Replies.answer(request, "<Inhoud><Resultaat>0</Resultaat></Inhoud>"));

        // Then
        assertThat(start()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("MAGDA_RESULTAAT_0"));
    }

    @Test
    void aNumberThatWasReplacedGoesOnAsTheNewOne() {
        // Given
        rig.magda.says(
                "RegistreerInschrijving",
                request -> Replies.person(request).equals(INSZ)
                        ? Replies.exception("FOUT", "30004", INSZ, NEW_INSZ).apply(request)
                        : Replies.done().apply(request));

        // When
        DeliveryResult result = start();

        // Then
        assertThat(result).isInstanceOf(Delivered.class);
        assertThat(rig.magda.asked())
                .containsExactly("RegistreerInschrijving " + INSZ, "RegistreerInschrijving " + NEW_INSZ);
    }

    @Test
    void aStopForANumberThatWasReplacedEndsTheNewOne() {
        // Given
        rig.magda.says(
                "RegistreerUitschrijving",
                request -> Replies.person(request).equals(INSZ)
                        ? Replies.exception("FOUT", "30004", NEW_INSZ).apply(request)
                        : Replies.done().apply(request));

        // When, Then
        assertThat(stop()).isInstanceOf(Delivered.class);
        assertThat(rig.magda.asked())
                .containsExactly("RegistreerUitschrijving " + INSZ, "RegistreerUitschrijving " + NEW_INSZ);
    }

    @Test
    void numbersThatAreReplacedWithoutEndAreRefused() {
        // Given
        rig.magda.says("RegistreerInschrijving", request -> Replies.exception(
                        "FOUT", "30004", Replies.person(request).equals(INSZ) ? NEW_INSZ : INSZ)
                .apply(request));

        // When, Then
        assertThat(start()).isInstanceOf(Refused.class);
        assertThat(rig.magda.asked()).hasSize(3);
    }

    @Test
    void aStopEndsTheRegistrationAndTwoRegistrationsAreTwoReferences() {
        // When
        start();
        DeliveryResult result = stop();

        // Then
        assertThat(result).isInstanceOf(Delivered.class);
        assertThat(rig.magda.asked())
                .containsExactly("RegistreerInschrijving " + INSZ, "RegistreerUitschrijving " + INSZ);
        List<String> references = rig.magda.partner().requests().stream()
                .map(request ->
                        request.replaceFirst("(?s).*<Vraag><Referte>", "").replaceFirst("(?s)<.*", ""))
                .toList();
        assertThat(references).doesNotHaveDuplicates().allSatisfy(one -> assertThat(one)
                .hasSize(36));
        assertThat(rig.hub.left()).hasSize(2);
    }

    @Test
    void aStopWithoutAStartIsAsGoodAsAStop() {
        // Given
        rig.magda.says("RegistreerUitschrijving", Replies.exception("FOUT", "40003"));

        // When, Then
        assertThat(stop()).isInstanceOf(Delivered.class);
    }

    @Test
    void aStopThatMagdaCannotHearNowIsTriedAgainAndThePollerStopsAtOnce() {
        // Given
        rig.magda.says("RegistreerUitschrijving", Replies.exception("FOUT", "99996"));

        // When, Then
        assertThat(stop()).isInstanceOf(PartnerTrouble.class);
        assertThat(rig.hub.left()).hasSize(1);
    }

    @Test
    void theSameStartAfterACrashBetweenMagdaAndTheHubRegistersNobodyTwice() {
        // Given: MAGDA has it, and the hub ended before Kafka had
        rig.leavesAt((poller, key, value) -> {
            throw new IllegalStateException("killed");
        });
        assertThatThrownBy(this::start).hasRootCauseInstanceOf(IllegalStateException.class);
        rig.leavesAt(rig.hub);
        rig.magda.says("RegistreerInschrijving", Replies.exception("FOUT", "40143"));

        // When
        DeliveryResult result = start();

        // Then: by the same reference, and known once
        assertThat(result).isInstanceOf(Delivered.class);
        assertThat(rig.magda.partner().requests().stream()
                        .map(request -> request.replaceFirst("(?s).*<Vraag><Referte>", "")
                                .replaceFirst("(?s)<.*", ""))
                        .distinct())
                .hasSize(1);
        assertThat(rig.hub.left()).hasSize(1);
    }

    @Test
    void aSoapFaultIsNoExceptionOfMagda() {
        // Given
        rig.magda.says("RegistreerInschrijving", request -> {
            throw SoapPartner.refusal("Server", "busy with " + INSZ);
        });
        rig.magda.says("RegistreerUitschrijving", request -> {
            throw SoapPartner.refusal("Client", "nonsense about " + INSZ);
        });

        // When, Then
        assertThat(start()).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("FAULT_Server");
            assertThat(trouble.detail()).doesNotContain(INSZ);
        });
        assertThat(stop()).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("FAULT_Client"));
    }

    @Test
    void anAnswerToAnotherQuestionAndOneThatBreaksTheSchemaAreNone() {
        // Given
        rig.magda.says("RegistreerInschrijving", request -> Replies.done()
                .apply(request)
                .replaceFirst("<Antwoord><Referte>[^<]+", "<Antwoord><Referte>of-somebody-else"));
        rig.magda.says("RegistreerUitschrijving", request -> Replies.exception("RAMP", "20002")
                .apply(request));

        // When, Then
        assertThat(start()).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("UNREADABLE");
            assertThat(trouble.detail()).contains("Referte");
            assertThat(trouble.inDoubt()).isTrue();
        });
        assertThat(stop()).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.code())
                .isEqualTo("UNREADABLE"));
    }

    @Test
    void whoTakesTooLongIsInDoubt() throws Exception {
        // Given
        rig.close();
        Path other = Files.createDirectory(folder.resolve("slow"));
        rig = new MagdaRig(
                other, keys, new SoapLimits(Duration.ofSeconds(5), Duration.ofMillis(300), XmlLimits.STANDARD));
        var release = new CountDownLatch(1);
        rig.magda.partner().breaksDown(response -> {
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // When
        DeliveryResult result = start();
        release.countDown();

        // Then
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo("TIMEOUT");
            assertThat(trouble.inDoubt()).isTrue();
        });
    }

    @Test
    void aKafkaThatIsAwayIsTroubleAfterWhichAllIsDoneAgain() {
        // Given
        rig.leavesAt((poller, key, value) -> {
            throw new IntakeUnavailableException("away", new IllegalStateException());
        });

        // When, Then
        assertThat(start()).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> assertThat(trouble.code())
                .isEqualTo("NOT_KEPT"));
        assertThat(rig.hub.left()).isEmpty();
    }

    @Test
    void whatIsNoSubscriptionOfSomebodyKnownThereIsRefused() {
        // When
        DeliveryResult byBsn = rig.deliver(ROUTER.startBy("BSN", CASE, "999990342"));
        rig.unpolled();
        DeliveryResult unpolled = start();

        // Then
        assertThat(byBsn).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("NO_INSZ"));
        assertThat(unpolled).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("NOT_POLLED"));
        assertThat(rig.magda.partner().requests()).isEmpty();
    }
}
