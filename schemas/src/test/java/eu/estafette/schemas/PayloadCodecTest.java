package eu.estafette.schemas;

import static eu.estafette.schemas.Samples.mark;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PayloadCodecTest {

    private final Contracts contracts = Contracts.shipped();
    private final PayloadCodec codec = new PayloadCodec(contracts);
    private final Contract referral = contracts.contract("event/referral.requested", 1);

    static Stream<Contract> contentContracts() {
        return Stream.of("event", "view", "document").flatMap(ShippedContracts::ofKind);
    }

    @ParameterizedTest
    @MethodSource("contentContracts")
    void aRecordOfEveryContractComesBackFromItsTwoParts(Contract contract) {
        // Given
        GenericRecord record = Samples.full(contract);

        // When
        Payload payload = codec.write(record);

        // Then
        assertThat(payload.getContract()).isEqualTo(contract.name());
        assertThat(payload.getVersion()).isEqualTo(contract.version());
        assertThat(codec.read(payload)).hasToString(record.toString());
    }

    @Test
    void protectedFieldsStandInTheSealedPartOnly() {
        // When
        Payload payload = codec.write(Samples.full(referral));

        // Then
        assertThat(text(payload.getOpen()))
                .contains(mark("language"))
                .doesNotContain(mark("briefing"), mark("contact"));
        assertThat(text(payload.getSealed().getBytes()))
                .contains(mark("briefing"), mark("contact"))
                .doesNotContain(mark("language"), mark("kind"));
        assertThat(payload.getSealed().getKey()).isZero();
    }

    @Test
    void theOpenPartIsReadableWithTheContractAlone() {
        // Given
        Payload whole = codec.write(Samples.full(referral));
        Payload open = Payload.newBuilder(whole).setSealed(null).build();

        // When
        GenericRecord record = codec.read(open);

        // Then
        assertThat(record.get("briefing")).isNull();
        assertThat(record.get("contact")).isNull();
        assertThat(record.get("language")).isEqualTo(mark("language"));
    }

    @Test
    void protectedFieldsWithinOtherFieldsAreSealedToo() {
        // When
        Payload payload = codec.write(Samples.full(contracts.contract("document/case", 1)));

        // Then
        assertThat(text(payload.getOpen()))
                .contains(mark("referral") + mark("language"))
                .doesNotContain(mark("briefing"), mark("contact"));
        assertThat(text(payload.getSealed().getBytes()))
                .contains(mark("referral") + mark("briefing"), mark("referral") + mark("contact"))
                .doesNotContain(mark("language"));
    }

    @Test
    void thereIsNoSealedPartWhereNothingIsToBeSealed() {
        // Given
        GenericRecord record = Samples.full(referral);
        record.put("briefing", null);
        record.put("contact", null);

        // When
        Payload payload = codec.write(record);

        // Then
        assertThat(payload.getSealed()).isNull();
        assertThat(codec.read(payload)).hasToString(record.toString());
    }

    @Test
    void manyThreadsShareOneCodec() throws Exception {
        // Given
        var fresh = new PayloadCodec(new Contracts("contracts"));
        var own = new Contracts("contracts");
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (Contract view : ShippedContracts.ofKind("view").toList()) {
            for (Contract source : ShippedContracts.sources(view)) {
                String name = view.name().substring("view/".length());
                Payload payload = codec.write(Samples.full(own.contract(source.name(), 1)));
                Payload expected = codec.view(payload, name);
                calls.addAll(
                        Collections.nCopies(20, () -> fresh.view(payload, name).equals(expected)));
            }
        }
        Collections.shuffle(calls, new Random(7));

        // When
        List<Future<Boolean>> results;
        try (var threads = Executors.newFixedThreadPool(8)) {
            results = threads.invokeAll(calls);
        }

        // Then
        for (Future<Boolean> result : results) {
            assertThat(result.get()).isTrue();
        }
    }

    private static String text(ByteBuffer bytes) {
        return ISO_8859_1.decode(bytes.duplicate()).toString();
    }
}
