package eu.estafette.schemas.seal;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SealChainTest {

    private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123456789Z");

    private final JournalKey key = JournalKey.generate();
    private final VerifyingKeys keys = new VerifyingKeys(List.of(key.publicKey()));

    static {
        GeneratedClasses.trust();
    }

    @Test
    void eachSealFollowsOnTheOneBefore() {
        // Given
        JournalSeal first = SealChain.startingAt(7).next(3, 7, 9, digest("a", "b"), signing());

        // When
        JournalSeal second = SealChain.endingWith(first).next(3, 10, 11, digest("c"), signing());

        // Then
        assertThat(SealChain.startingAt(7).isFollowedBy(first)).isTrue();
        assertThat(SealChain.endingWith(first).isFollowedBy(second)).isTrue();
        assertThat(SealChain.startingAt(7).isFollowedBy(second)).isFalse();
        assertThat(SealChain.endingWith(second).number()).isEqualTo(2);
        assertThat(SealChain.endingWith(second).next()).isEqualTo(12);
    }

    @Test
    void aChangedFieldBreaksTheSignature() {
        // Given
        JournalSeal seal = SealChain.startingAt(0).next(0, 0, 1, digest("a"), signing());
        assertThat(SealChain.isSigned(seal, keys)).isTrue();

        // When
        var changed = JournalSeal.newBuilder(seal).setLastOffset(2).build();

        // Then
        assertThat(SealChain.isSigned(changed, keys)).isFalse();
    }

    @Test
    void otherBytesOrMoreRecordsAreNotWhatWasSealed() {
        // Given
        JournalSeal seal = SealChain.startingAt(0).next(0, 0, 1, digest("a", "b"), signing());

        // When / Then
        assertThat(SealChain.isOver(seal, digest("a", "b"))).isTrue();
        assertThat(SealChain.isOver(seal, digest("a", "B"))).isFalse();
        assertThat(SealChain.isOver(seal, digest("a"))).isFalse();
        assertThat(SealChain.isOver(seal, digest("ab", ""))).isFalse();
    }

    /** Computed by a program of its own from the words of the contract. */
    @Test
    void theDigestIsTheSameInEveryRelease() {
        assertThat(HexFormat.of().formatHex(digest("a", "b").value()))
                .isEqualTo("6df05b6c12638e4b937f7c5cc90a8556974b9556d306ae06dd35d875c0fc9f2a");
    }

    private SealChain.Signing signing() {
        return new SealChain.Signing(key, AT);
    }

    private static RecordsDigest digest(String... values) {
        var digest = new RecordsDigest();
        long offset = 0;
        for (String value : values) {
            var record = new ConsumerRecord<>("journal", 0, offset++, bytes("key"), bytes(value));
            record.headers().add("h", null);
            digest.add(record);
        }
        return digest;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
