package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.story.Stage;
import eu.estafette.schemas.Identities;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A register knows a person by number: of the old one it hears that it is over, of the new one that it begins. */
class RenumberedRegistersTopologyTest {

    private static final String CAST =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies known=winkel";

    private final Persons persons = new Persons(Stage.withRegisters(CAST, "magda"));

    @AfterEach
    void stop() {
        persons.close();
    }

    @Test
    void theOldNumberEndsAndTheNewOneBegins() {
        // Given
        persons.refer("A", "V1");

        // When
        persons.renumber("A", "B", "N1");

        // Then
        assertThat(told()).containsExactly("started A", "stopped A", "started B");
        assertThat(journaled()).containsExactlyInAnyOrderElementsOf(noticeIds());
    }

    @Test
    void aNumberThatIsKnownAlreadyIsNotToldTwice() {
        // Given
        persons.refer("A", "V1");
        persons.refer("B", "V2");

        // When
        persons.renumber("A", "B", "N1");

        // Then
        assertThat(told()).containsExactly("started A", "started B", "stopped A");
    }

    @Test
    void aRenumberingThatIsTakenBackIsToldBack() {
        // Given
        persons.refer("A", "V1");
        persons.renumber("A", "B", "N1");

        // When
        persons.send("B", "2026-03-05 vdab person.renumbered N1 v2 WITHDRAWAL @digest=other");

        // Then
        assertThat(told()).containsExactly("started A", "stopped A", "started B", "stopped B", "started A");
        assertThat(noticeIds()).doesNotHaveDuplicates();
    }

    private List<String> told() {
        return subscriptions().stream()
                .map(notice -> (notice.getEvent().getType().endsWith(".start") ? "started " : "stopped ")
                        + Identities.unseal(notice.getIdentity()).getNumber())
                .toList();
    }

    private List<String> noticeIds() {
        return subscriptions().stream().map(Notice::getNoticeId).toList();
    }

    private List<Notice> subscriptions() {
        return persons.notices().stream()
                .filter(notice -> notice.getForRole().equals("REGISTER"))
                .toList();
    }

    private List<String> journaled() {
        return persons.journal().stream()
                .map(JournalEntry::getNotices)
                .flatMap(List::stream)
                .filter(notice -> notice.getRole().equals("REGISTER"))
                .map(JournalNotice::getNoticeId)
                .toList();
    }
}
