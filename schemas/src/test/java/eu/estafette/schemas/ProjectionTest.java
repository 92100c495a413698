package eu.estafette.schemas;

import static eu.estafette.schemas.Samples.mark;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Payload;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A receiver sees its view, no more. */
class ProjectionTest {

    private final Contracts contracts = Contracts.shipped();
    private final PayloadCodec codec = new PayloadCodec(contracts);

    static Stream<Arguments> everyViewOfEverySource() {
        return ShippedContracts.ofKind("view")
                .flatMap(view -> ShippedContracts.sources(view).stream().map(source -> Arguments.of(source, view)));
    }

    @ParameterizedTest
    @MethodSource("everyViewOfEverySource")
    void aViewHoldsItsFieldsOfTheSourceAndNothingElse(Contract source, Contract view) {
        // Given
        GenericRecord whole = Samples.full(source);

        // When
        Payload seen = codec.view(whole, view.name().substring("view/".length()));

        // Then
        assertThat(seen.getContract()).isEqualTo(view.name());
        GenericRecord record = codec.read(seen);
        List<String> hidden = whole.getSchema().getFields().stream()
                .map(Schema.Field::name)
                .filter(name -> view.schema().getField(name) == null)
                .toList();
        for (Schema.Field field : view.schema().getFields()) {
            boolean sourceHasIt = source.schema().getField(field.name()) != null;
            // as text, because a nested record of a view has the view's schema
            assertThat(String.valueOf(record.get(field.pos())))
                    .as(field.name())
                    .isEqualTo(sourceHasIt ? String.valueOf(whole.get(field.name())) : "null");
        }
        assertThat(hidden).noneMatch(name -> bytes(seen).contains(mark(name)));
    }

    @Test
    void aProtectedFieldThatTheViewLacksIsInNoPartOfTheResult() {
        // Given
        Payload referral = codec.write(Samples.full(contracts.contract("event/referral.requested", 1)));

        // When
        Payload help = codec.view(referral, "referral-help");

        // Then
        assertThat(bytes(referral)).contains(mark("briefing"), mark("contact"));
        assertThat(bytes(help)).contains(mark("contact")).doesNotContain(mark("briefing"));
    }

    @Test
    void aViewWithoutProtectedFieldsHasNoSealedPartAndDoesNotReadOne() {
        // Given
        Payload referral = codec.write(Samples.full(contracts.contract("event/referral.requested", 1)));
        referral.getSealed().setKey(3);

        // When
        Payload fact = codec.view(referral, "referral-fact");

        // Then
        assertThat(fact.getSealed()).isNull();
        assertThat(bytes(fact)).doesNotContain(mark("briefing"), mark("contact"));
    }

    @Test
    void aPlaceOfWorkDoesNotReachThoseWhoMayKnowTheRest() {
        // Given
        Payload started = codec.write(Samples.full(contracts.contract("event/employment.started", 1)));

        // When
        Payload full = codec.view(started, "employment-start-full");

        // Then
        assertThat(bytes(started)).contains(mark("workAddress"));
        assertThat(bytes(full)).contains(mark("function")).doesNotContain(mark("workAddress"), mark("measure"));
        assertThat(full.getSealed()).isNull();
    }

    @Test
    void protectedFieldsWithinOtherFieldsFollowTheirView() {
        // Given
        GenericRecord whole = Samples.full(contracts.contract("document/case", 1));

        // When
        Payload brief = codec.view(whole, "case-brief");
        Payload fact = codec.view(whole, "case-fact");

        // Then
        assertThat(ISO_8859_1.decode(brief.getSealed().getBytes()).toString())
                .contains(mark("referral") + mark("briefing"));
        assertThat(bytes(fact)).doesNotContain(mark("referral"));
        assertThat(fact.getSealed()).isNull();
    }

    private static String bytes(Payload payload) {
        String open = ISO_8859_1.decode(payload.getOpen().duplicate()).toString();
        ByteBuffer sealed = payload.getSealed() == null
                ? ByteBuffer.allocate(0)
                : payload.getSealed().getBytes().duplicate();
        return open + ISO_8859_1.decode(sealed);
    }
}
