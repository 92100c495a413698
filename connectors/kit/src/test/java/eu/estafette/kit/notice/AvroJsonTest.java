package eu.estafette.kit.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.schemas.Contract;
import eu.estafette.schemas.Contracts;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AvroJsonTest {

    static Stream<Contract> views() throws IOException {
        try (var list = AvroJsonTest.class.getResourceAsStream("/catalogue/views.csv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf(',')))
                    .map(name -> Contracts.shipped().latest("view/" + name));
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyFieldOfEveryViewHasAJsonForm(Contract view) {
        // Given
        GenericRecord record = FullRecords.of(view.schema());

        // When
        JsonNode json = AvroJson.of(record);

        // Then
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(view.schema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    @Test
    void aFieldWithoutAValueIsLeftOut() {
        // Given
        Schema view = Contracts.shipped().latest("view/referral-full").schema();
        var record = new GenericData.Record(view);
        record.put("language", "nl");
        record.put("kind", coded(view, "JOB_COACHING"));

        // When
        JsonNode json = AvroJson.of(record);

        // Then
        assertThat(json).hasToString("""
                {"kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"},"language":"nl"}""");
    }

    @Test
    void listsDatesAndMomentsAreIso() {
        // Given
        Schema schema = SchemaBuilder.record("Times")
                .fields()
                .name("days")
                .type()
                .array()
                .items()
                .intType()
                .noDefault()
                .name("at")
                .type()
                .longType()
                .noDefault()
                .name("sure")
                .type()
                .booleanType()
                .noDefault()
                .name("count")
                .type()
                .longType()
                .noDefault()
                .endRecord();
        var record = new GenericData.Record(schema);
        record.put("days", List.of(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 9)));
        record.put("at", Instant.parse("2026-03-02T08:15:00.250Z"));
        record.put("sure", true);
        record.put("count", 7L);

        // When
        JsonNode json = AvroJson.of(record);

        // Then
        assertThat(json).hasToString("""
                {"days":["2026-03-02","2026-03-09"],"at":"2026-03-02T08:15:00.250Z","sure":true,"count":7}""");
    }

    @ParameterizedTest
    @CsvSource({"32.5000, 32.5", "100.0000, 100", "0.0000, 0", "-4.2500, -4.25", "1200000, 1200000", "0.0001, 0.0001"})
    void aDecimalIsANumberWithoutTrailingZeros(BigDecimal value, String expected) {
        // Given
        Schema schema = SchemaBuilder.record("Hours")
                .fields()
                .name("hours")
                .type()
                .bytesType()
                .noDefault()
                .endRecord();
        var record = new GenericData.Record(schema);
        record.put("hours", value);

        // When
        JsonNode json = AvroJson.of(record);

        // Then
        assertThat(json).hasToString("{\"hours\":" + expected + "}");
        assertThat(json.get("hours").isNumber()).isTrue();
    }

    @Test
    void aTypeThatNoContractHasIsRefused() {
        // Given
        Schema schema = SchemaBuilder.record("Raw")
                .fields()
                .name("raw")
                .type()
                .bytesType()
                .noDefault()
                .endRecord();
        var record = new GenericData.Record(schema);
        record.put("raw", ByteBuffer.allocate(1));

        // When / Then
        assertThatThrownBy(() -> AvroJson.of(record)).isInstanceOf(IllegalArgumentException.class);
    }

    private static GenericRecord coded(Schema view, String code) {
        Schema coded = view.getField("kind").schema().getTypes().getLast();
        var kind = new GenericData.Record(coded);
        kind.put("scheme", "ESTAFETTE");
        kind.put("code", code);
        return kind;
    }
}
