package eu.estafette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.Payload;
import eu.estafette.contract.message.Sealed;
import java.nio.ByteBuffer;
import java.util.Random;
import org.apache.avro.generic.GenericData;
import org.junit.jupiter.api.Test;

/** What the codec cannot read or write it refuses, and says which part of what. */
class PayloadRefusalTest {

    private final Contracts contracts = Contracts.shipped();
    private final PayloadCodec codec = new PayloadCodec(contracts);
    private final Contract referral = contracts.contract("event/referral.requested", 1);

    @Test
    void aRecordThatLacksARequiredFieldIsRefusedByName() {
        // Given
        var record = new GenericData.Record(referral.schema());

        // When / Then
        assertThatThrownBy(() -> codec.write(record))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("event/referral.requested v1")
                .hasMessageContaining("kind");
    }

    @Test
    void aDamagedPayloadIsRefusedWithItsPart() {
        // Given
        Payload payload = codec.write(Samples.full(referral));
        ByteBuffer cut = payload.getOpen().slice(0, payload.getOpen().remaining() / 2);
        Payload shortOpen = Payload.newBuilder(payload).setOpen(cut).build();
        Payload longSealed = Payload.newBuilder(payload)
                .setSealed(new Sealed(0, ByteBuffer.wrap(new byte[] {0, 0, 7, 7})))
                .build();

        // When / Then
        assertThatThrownBy(() -> codec.read(shortOpen))
                .isInstanceOf(PayloadException.class)
                .hasMessageStartingWith("open: ");
        assertThatThrownBy(() -> codec.view(longSealed, "referral-full"))
                .isInstanceOf(PayloadException.class)
                .hasMessageStartingWith("sealed: ");
    }

    @Test
    void randomBytesNeverDoMoreThanBeRefused() {
        // Given
        var random = new Random(20_260_302);

        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            var payload =
                    new Payload(referral.name(), 1, ByteBuffer.wrap(bytes), new Sealed(0, ByteBuffer.wrap(bytes)));

            // When / Then
            try {
                codec.view(payload, "referral-full");
            } catch (PayloadException expected) {
                assertThat(expected).hasMessageContaining("event/referral.requested v1");
            }
        }
    }

    @Test
    void anEncryptedPartIsRefusedWithItsKeyVersion() {
        // Given
        Payload payload = codec.write(Samples.full(referral));
        Payload encrypted = Payload.newBuilder(payload)
                .setSealed(new Sealed(3, payload.getSealed().getBytes()))
                .build();

        // When / Then
        assertThatThrownBy(() -> codec.read(encrypted))
                .isInstanceOf(PayloadException.class)
                .hasMessageContaining("key version 3");
    }

    @Test
    void anUnknownContractOrViewIsNamed() {
        // Given
        Payload payload = codec.write(Samples.full(referral));
        Payload later = Payload.newBuilder(payload).setVersion(9).build();

        // When / Then
        assertThatThrownBy(() -> codec.read(later))
                .isInstanceOf(UnknownContractException.class)
                .hasMessageContaining("'event/referral.requested' version 9");
        assertThatThrownBy(() -> codec.view(payload, "no-such-view"))
                .isInstanceOf(UnknownContractException.class)
                .hasMessageContaining("view/no-such-view");
    }
}
