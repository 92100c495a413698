package eu.estafette.hub.sealing;

import static eu.estafette.hub.sealing.SealedJournal.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.hub.delivery.rig.OwnEncoding;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.seal.JournalKey;
import eu.estafette.schemas.seal.PartitionVerdict;
import eu.estafette.schemas.seal.SealFault;
import eu.estafette.schemas.seal.SealFault.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is done to a sealed journal shows. */
class JournalSealingIT {

    private final JournalKey key = JournalKey.generate();
    private SealedJournal journal;

    @BeforeEach
    void sealTwoRanges() throws Exception {
        journal = new SealedJournal(key);
        SealingFlow sealer = journal.sealer();
        sealer.start();
        try {
            journal.write(1, 3);
            journal.awaitSealed(3);
            journal.writeAborted();
            journal.write(4, 5);
            journal.awaitSealed(5);
        } finally {
            sealer.stop();
        }
    }

    @AfterEach
    void stopBroker() throws Exception {
        journal.close();
    }

    @Test
    void anUntouchedJournalIsAsItWasSealed() {
        // When
        PartitionVerdict verdict = journal.verify(Instant.now(), key);

        // Then
        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.verified()).isEqualTo(5);
        assertThat(verdict.unsealed()).isZero();
        assertThat(journal.seals()).extracting(JournalSeal::getNumber).startsWith(1L, 2L);
    }

    @Test
    void theNextSealerGoesOnBehindTheLastSeal() {
        // Given
        SealingFlow next = journal.sealer();
        next.start();

        // When
        journal.write(6, 6);
        journal.awaitSealed(6);
        next.stop();

        // Then
        assertThat(journal.verify(Instant.now(), key).verified()).isEqualTo(6);
        assertThat(journal.faults()).isEmpty();
    }

    @Test
    void theNextSealerGoesOnWhereTheSealsEndIfThePositionsAreGone() throws Exception {
        // Given
        journal.forgetPositions();
        SealingFlow next = journal.sealer();
        next.start();

        // When
        journal.write(6, 6);
        journal.awaitSealed(6);
        next.stop();

        // Then
        assertThat(journal.faults()).isEmpty();
        assertThat(journal.seals().stream().mapToLong(JournalSeal::getRecords).sum())
                .isEqualTo(6);
    }

    @Test
    void whatIsWrittenAfterTheLastSealIsToldWithItsAge() {
        // Given
        Instant before = Instant.now().minusMillis(1);
        journal.write(6, 7);

        // When
        PartitionVerdict verdict = journal.verify(Instant.now(), key);

        // Then
        assertThat(verdict.unsealed()).isEqualTo(2);
        assertThat(verdict.unsealedSince()).get().satisfies(since -> assertThat(since)
                .isAfterOrEqualTo(before));
        assertThat(verdict.faults()).isEmpty();
    }

    @Test
    void anAlteredRecordIsFound() throws Exception {
        // When
        journal.rewrite(Topics.JOURNAL, records -> {
            records.set(1, Changed.withValue(records.get(1), bytes("entry two")));
            return records;
        });

        // Then
        assertThat(journal.verify(Instant.now(), key).faults())
                .extracting(SealFault::kind, SealFault::seal)
                .contains(org.assertj.core.groups.Tuple.tuple(Kind.ALTERED_RECORD, 1L));
    }

    @Test
    void aMissingRecordIsFound() throws Exception {
        // When
        journal.rewrite(Topics.JOURNAL, records -> records.subList(0, records.size() - 1));

        // Then
        assertThat(journal.faults()).contains(Kind.MISSING_RECORD);
    }

    @Test
    void recordsRemovedBeforeTheirTimeAreMissedAndLaterAreNot() throws Exception {
        // When
        journal.deleteUpTo(3);

        // Then
        assertThat(journal.faults()).containsExactly(Kind.MISSING_RECORD);
        PartitionVerdict later = journal.verify(Instant.now().plus(Duration.ofDays(401)), key);
        assertThat(later.faults()).isEmpty();
        assertThat(later.removed()).isEqualTo(1);
    }

    @Test
    void aSealTakenOutBreaksTheChain() throws Exception {
        // When
        journal.rewrite(Topics.JOURNAL_SEALS, seals -> seals.subList(1, seals.size()));

        // Then
        assertThat(journal.faults()).contains(Kind.BROKEN_CHAIN);
    }

    @Test
    void aSealMadeToFitAnAlteredJournalIsNotBelieved() throws Exception {
        // Given
        var forger = JournalKey.generate();

        // When
        journal.rewrite(Topics.JOURNAL_SEALS, seals -> seals.stream()
                .map(seal -> Changed.withValue(seal, forged(seal.value(), forger)))
                .toList());

        // Then
        assertThat(journal.faults()).contains(Kind.BAD_SIGNATURE);
    }

    @Test
    void aChangedSealIsNotBelieved() throws Exception {
        // When
        journal.rewrite(Topics.JOURNAL_SEALS, seals -> {
            JournalSeal seal = OwnEncoding.seal(seals.getLast().value());
            seal.setAt(seal.getAt().minusSeconds(3600));
            return List.of(
                    seals.getFirst(), Changed.withValue(seals.getLast(), new OwnEncoding().serialize("", seal)));
        });

        // Then
        assertThat(journal.faults()).contains(Kind.BAD_SIGNATURE);
    }

    @Test
    void somethingElseThanASealIsFound() throws Exception {
        // When
        journal.rewrite(Topics.JOURNAL_SEALS, seals -> {
            seals.add(Changed.withValue(seals.getFirst(), bytes("no seal")));
            return seals;
        });

        // Then
        assertThat(journal.faults()).contains(Kind.BAD_SIGNATURE);
    }

    private static byte[] forged(byte[] bytes, JournalKey forger) {
        JournalSeal seal = OwnEncoding.seal(bytes);
        seal.setKeyId(forger.id());
        seal.setSignature(java.nio.ByteBuffer.wrap(forger.sign(bytes("anything"))));
        return new OwnEncoding().serialize("", seal);
    }
}
