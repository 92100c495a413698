package eu.estafette.connector.mutationfiles;

import static eu.estafette.connector.mutationfiles.TestFiles.batch;
import static eu.estafette.connector.mutationfiles.TestFiles.deregistered;
import static eu.estafette.connector.mutationfiles.TestFiles.event;
import static eu.estafette.connector.mutationfiles.TestFiles.registered;
import static eu.estafette.connector.mutationfiles.TestFiles.seeker;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.io.IOException;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

class MutationFilesConnectorTest extends MutationFilesContract {

    private static GenericRecord content(CaseEvent event) {
        return new PayloadCodec(Contracts.shipped()).read(event.getPayload());
    }

    private static String inNumbers(CaseEvent event) {
        return content(event).toString();
    }

    @Test
    void anEndOfARegistrationIsTranslated() throws IOException {
        // When
        read(batch(7, deregistered(TestFiles.INSZ, "2025-09-01", "2026-02-27")));

        // Then
        CaseEvent event = only();
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.registration.notify.changed");
        assertThat(event.getBusinessKey()).isEqualTo("REGISTRATION-VDAB");
        assertThat(event.getOccurredOn()).hasToString("2026-02-27");
        assertThat(event.getTime()).isEqualTo("2026-03-01T05:00:00Z");
        assertThat(content(event))
                .hasToString("{\"service\": \"VDAB\", \"status\": \"DEREGISTERED\", \"reason\": \"BACK_TO_WORK\", "
                        + "\"date\": \"2026-02-27\"}");
    }

    @Test
    void aGapIsToldAndTheFileBehindItRead() throws IOException {
        // When
        read(
                batch(1, registered(TestFiles.insz(1), "2026-02-20")),
                batch(4, registered(TestFiles.insz(4), "2026-02-23")),
                batch(5, registered(TestFiles.insz(5), "2026-02-24")));

        // Then
        assertThat(hub.events()).hasSize(3);
        assertThat(hub.asides()).singleElement().satisfies(aside -> {
            assertThat(aside.part()).isEqualTo(SetAside.REMARK);
            assertThat(aside.issues()).singleElement().satisfies(issue -> {
                assertThat(issue.code()).isEqualTo("sequenceGap");
                assertThat(issue.name()).isEqualTo("sequenceNumber");
                assertThat(issue.detail()).contains("is 4, but 2 to 3 of stream 25-0/0316380841 never came");
            });
        });
    }

    @Test
    void whatWasMissingIsStillReadAndDoesNotOverwriteWhatCameAfterIt() throws IOException {
        // Given
        read(
                batch(1, registered(TestFiles.INSZ, "2026-01-05")),
                batch(4, deregistered(TestFiles.INSZ, "2026-01-05", "2026-02-27")));
        assertThat(faults()).containsExactly("sequenceGap");

        // When: the later batch happens to tell of a later day than the missing one
        read(batch(2, registered(TestFiles.INSZ, "2026-03-01")), batch(3, registered(TestFiles.insz(9), "2026-02-03")));

        // Then: nothing more is wrong, and the line's versions say which word is the last
        assertThat(faults()).containsExactly("sequenceGap");
        assertThat(hub.events()).hasSize(4);
        List<Integer> versions = hub.events().stream()
                .filter(event ->
                        event.getIdentity().equals(hub.events().getFirst().getIdentity()))
                .map(CaseEvent::getEventVersion)
                .toList();
        assertThat(versions).hasSize(3);
        assertThat(versions.get(2)).isGreaterThan(versions.get(0)).isLessThan(versions.get(1));
    }

    @Test
    void aGapIsToldOnceAlsoAfterACrash() throws IOException {
        // Given
        read(batch(1, registered(TestFiles.insz(1), "2026-02-20")));

        // When: the process ends right behind the commit that tells the gap
        leave(batch(3, registered(TestFiles.insz(3), "2026-02-22")), fileName(3));
        hub.killAtCommit(1, true);
        org.assertj.core.api.Assertions.assertThatThrownBy(this::visit)
                .isInstanceOf(eu.estafette.kit.rig.HubSide.Killed.class);
        restart();
        visit();

        // Then
        assertThat(faults()).containsExactly("sequenceGap");
        assertThat(hub.events()).hasSize(2);
    }

    @Test
    void aNumberThatComesAgainWithAnotherContentIsRefused() throws IOException {
        // When
        read(
                batch(1, registered(TestFiles.insz(1), "2026-02-20")),
                batch(1, registered(TestFiles.insz(2), "2026-02-20")));

        // Then
        assertThat(hub.events()).hasSize(1);
        assertThat(faults()).containsExactly("sequenceReused");
        assertThat(partner.list("in")).isEmpty();
    }

    @Test
    void aBatchThatBrokeOffMayBeSentWholeUnderItsNumber() throws IOException {
        // Given
        String whole =
                batch(1, registered(TestFiles.insz(1), "2026-02-20"), registered(TestFiles.insz(2), "2026-02-20"));

        // When
        read(whole.substring(0, whole.lastIndexOf("<jobSeeker ")), whole);

        // Then
        assertThat(faults()).doesNotContain("sequenceReused").hasSize(1);
        assertThat(hub.events()).hasSize(3);
    }

    @Test
    void streamsOfTwoReceiversCountByThemselves() throws IOException {
        // When
        read(
                batch(1, registered(TestFiles.insz(1), "2026-02-20")),
                batch(9, registered(TestFiles.insz(2), "2026-02-20")).replace("0316380841", "0206731645"));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).hasSize(2);
    }

    @Test
    void twoWordsOfOneBatchAboutOnePersonKeepTheirOrderByTheDay() throws IOException {
        // When: written in no order
        read(batch(
                3,
                registered(TestFiles.INSZ, "2026-03-02"),
                deregistered(TestFiles.INSZ, "2026-02-25", "2026-02-28"),
                registered(TestFiles.INSZ, "2026-02-25"),
                deregistered(TestFiles.INSZ, "2026-03-02", "2026-03-02")));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events().stream()
                        .sorted(java.util.Comparator.comparing(CaseEvent::getEventVersion))
                        .map(event -> content(event).get("status") + " "
                                + content(event).get("date")))
                .containsExactly(
                        "REGISTERED 2026-02-25",
                        "DEREGISTERED 2026-02-28",
                        "REGISTERED 2026-03-02",
                        "DEREGISTERED 2026-03-02");
        assertThat(hub.events()).extracting(CaseEvent::getEventVersion).doesNotHaveDuplicates();
    }

    @Test
    void aNumberThatWasReplacedIsAChangeOfNumberAndTheRegistrationGoesOnUnderTheNewOne() throws IOException {
        // When
        read(batch(
                1,
                seeker(
                        event("REGISTRATION", "2026-02-27"),
                        "<ssin canceled=\"true\" replacedBy=\"" + TestFiles.INSZ + "\">" + TestFiles.BIS + "</ssin>")));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events())
                .extracting(CaseEvent::getType)
                .containsExactly(
                        "eu.estafette.case.v1.person.notify.renumbered",
                        "eu.estafette.case.v1.registration.notify.changed");
        assertThat(inNumbers(hub.events().getFirst()))
                .isEqualTo("{\"old\": {\"scheme\": \"INSZ\", \"number\": \"" + TestFiles.BIS
                        + "\"}, \"new\": {\"scheme\": \"INSZ\", \"number\": \"" + TestFiles.INSZ + "\"}}");
        assertThat(hub.events().getFirst().getBusinessKey()).isEqualTo("SSIN-VDAB-E-17");
        assertThat(eu.estafette.schemas.Identities.unseal(hub.events().getLast().getIdentity())
                        .getNumber())
                .isEqualTo(TestFiles.INSZ);
    }

    @Test
    void aNumberThatWasCanceledIsToldBehindItsLastRegistration() throws IOException {
        // When
        read(batch(
                1,
                seeker(event("DEREGISTRATION", "2026-02-27"), "<ssin canceled=\"1\">" + TestFiles.INSZ + "</ssin>")));

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events())
                .extracting(CaseEvent::getType)
                .containsExactly(
                        "eu.estafette.case.v1.registration.notify.changed",
                        "eu.estafette.case.v1.person.notify.renumbered");
        assertThat(content(hub.events().getLast()).get("new")).isNull();
    }

    @Test
    void whatIsWrongIsToldByTheSendersNames() throws IOException {
        // When
        read(batch(
                1,
                registered(TestFiles.BROKEN, "2026-02-27"),
                registered(TestFiles.insz(2), "2026-02-30"),
                seeker(event("MOVED", "2026-02-27"), "<ssin>" + TestFiles.insz(3) + "</ssin>"),
                deregistered(TestFiles.insz(4), "2026-03-01", "2026-02-27"),
                registered(TestFiles.insz(5), "2026-02-27").replace("VDAB", "ONEM"),
                registered(TestFiles.insz(6), "2026-02-27")));

        // Then
        assertThat(hub.events()).hasSize(1);
        assertThat(hub.asides())
                .extracting(SetAside::part, aside -> aside.issues().getFirst().name())
                .containsExactly(
                        tuple(1, "ssin"),
                        tuple(2, "date"),
                        tuple(3, "type"),
                        tuple(4, "registrationDate"),
                        tuple(5, "jobSeeker"));
        assertThat(hub.asides())
                .allSatisfy(aside -> assertThat(aside.issues().toString()).doesNotContain(TestFiles.BROKEN));
    }

    @Test
    void whatIsNoBatchIsSetAsideWhole() throws IOException {
        // When
        read(
                batch(2_097_152L, registered(TestFiles.INSZ, "2026-02-27")),
                batch(1, registered(TestFiles.INSZ, "2026-02-27"))
                        .replace("<legalContext>JOBSEEKERS</legalContext>", ""),
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><MutatiesWerkrelaties>&e;</MutatiesWerkrelaties>",
                "<Something/>",
                "no XML");

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(faults())
                .containsExactly("sequenceTooHigh", "required", "dtdRefused", "unknownContent", "notWellFormed");
        assertThat(partner.list("in")).isEmpty();
    }
}
