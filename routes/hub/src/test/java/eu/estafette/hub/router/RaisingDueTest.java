package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseClock;
import eu.estafette.contract.message.CaseEntry;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.router.store.CaseStore;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.schemas.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** What falls due is looked after in each case by itself. */
class RaisingDueTest {

    private static final SubjectKey BROKEN = new SubjectKey("0".repeat(24));

    private final InformingDecision decision = new InformingDecision();
    private final Router router = decision.router();
    private final MemoryEntries entries = new MemoryEntries();

    @Test
    void aCaseThatCannotBeReadKeepsNoOtherCaseWaiting() {
        // Given: two cases whose clock should have rung, one of them with an entry that nobody can read
        givenACaseThatIsDue(decision.subject());
        givenACaseThatIsDue(BROKEN);
        entries.bytes().put(BROKEN.hex() + "/object/broken", new byte[] {1, 2, 3});

        // When
        List<Outgoing> raised = router.raiseDue(router.open(entries));

        // Then
        assertThat(raised)
                .extracting(Outgoing::key)
                .containsExactly(decision.subject().hex());
    }

    @Test
    void aHeadThatCannotBeReadKeepsNoOtherCaseWaiting() {
        givenACaseThatIsDue(decision.subject());
        entries.bytes().put(BROKEN.hex() + "/head", new byte[] {1, 2, 3});

        assertThat(router.raiseDue(router.open(entries))).hasSize(1);
    }

    @Test
    void aCaseThatCannotBeReadIsLookedAtOnce() {
        // Given
        givenACaseThatIsDue(BROKEN);
        entries.bytes().put(BROKEN.hex() + "/object/broken", new byte[] {1, 2, 3});
        CaseStore store = router.open(entries);
        router.raiseDue(store);

        // Then
        assertThat(store.nextDue()).isEmpty();
    }

    private void givenACaseThatIsDue(SubjectKey subject) {
        byte[] event = InformingDecision.AVRO.serialize(Topics.EVENTS, decision.event("e1"));
        router.route(router.open(entries), new Incoming(subject.hex(), event, new RecordHeaders(), 0, 0));
        String head = subject.hex() + "/head";
        var entry = (CaseEntry) InformingDecision.AVRO.deserialize(
                "cases", Objects.requireNonNull(entries.bytes().get(head)));
        entry.getHead().setNextDue(InformingDecision.NOW);
        entry.getHead().getRunning().add(clock());
        entries.bytes().put(head, InformingDecision.AVRO.serialize("cases", entry));
    }

    private static CaseClock clock() {
        return new CaseClock("planned-end-passed", "referral", "e1", LocalDate.of(2026, 3, 2));
    }
}
