package eu.estafette.hub.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.schemas.seal.JournalKey;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One test for each row of the crash table in {@code ops/deploy/runbooks/sealing.md}: whoever seals stops exactly there, and another goes on. */
class SealingCrashIT {

    private static final Duration OFTEN = Duration.ofMillis(200);

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final JournalKey key = JournalKey.generate();
    private SealedJournal journal;

    @BeforeEach
    void sealSomething() throws Exception {
        journal = new SealedJournal(key);
        journal.write(1, 2);
        sealBySomebody(2);
        journal.write(3, 4);
    }

    @AfterEach
    void stopBroker() throws Exception {
        journal.close();
    }

    @Test
    void whatWasReadAndNotSealedIsSealedByTheNext() {
        // When
        crash("beginTransaction", call -> {
            throw new Crash();
        });

        // Then
        assertThat(journal.seals()).hasSize(1);
        assertOneChainOverAll();
    }

    @Test
    void whatWasSentAndNotCommittedIsNoSeal() {
        // When
        crash("commitTransaction", call -> {
            throw new Crash();
        });

        // Then
        assertOneChainOverAll();
    }

    @Test
    void whatWasCommittedIsNotSealedAgain() {
        // When
        crash("commitTransaction", call -> {
            call.call();
            throw new Crash();
        });

        // Then
        assertThat(journal.seals()).hasSize(2);
        assertOneChainOverAll();
    }

    @Test
    void whoWasReplacedUnawaresAddsNoSeal() {
        // Given: another took over between two calls, and has sealed
        SealingSession zombie = journal.sessionWith("sendOffsetsToTransaction", call -> {
            journal.expelAll();
            sealBySomebody(4);
            return call.call();
        });

        // When
        assertThatThrownBy(() -> zombie.run(OFTEN, () -> true))
                .isInstanceOf(org.apache.kafka.common.KafkaException.class);
        zombie.close();

        // Then
        assertOneChainOverAll();
    }

    private void crash(String at, SealedJournal.InsteadOf instead) {
        SealingSession session = journal.sessionWith(at, instead);
        assertThatThrownBy(() -> session.run(OFTEN, () -> true)).isInstanceOf(Crash.class);
        session.close();
    }

    private void assertOneChainOverAll() {
        sealBySomebody(4);
        var verdict = journal.verify(Instant.now(), key);
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.verified()).isEqualTo(4);
        assertThat(journal.seals().stream().mapToLong(JournalSeal::getRecords).sum())
                .isEqualTo(4);
    }

    private void sealBySomebody(long records) {
        SealingFlow next = journal.sealer();
        next.start();
        try {
            journal.awaitSealed(records);
        } finally {
            next.stop();
        }
    }
}
