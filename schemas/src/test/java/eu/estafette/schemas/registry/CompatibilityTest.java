package eu.estafette.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {

    private final Schema a =
            SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    private final Schema ab = SchemaBuilder.record("R")
            .fields()
            .requiredString("a")
            .requiredString("b")
            .endRecord();
    private final Schema aOptionalB = SchemaBuilder.record("R")
            .fields()
            .requiredString("a")
            .optionalString("b")
            .endRecord();

    /** Adding a required field: only old readers manage. Dropping it: only new ones. Adding an optional one: both. */
    @ParameterizedTest
    @CsvSource({
        "NONE,                true,  true,  true",
        "BACKWARD,            false, true,  true",
        "BACKWARD_TRANSITIVE, false, true,  true",
        "FORWARD,             true,  false, true",
        "FORWARD_TRANSITIVE,  true,  false, true",
        "FULL,                false, false, true",
        "FULL_TRANSITIVE,     false, false, true"
    })
    void eachLevelAllowsWhatItsReadersManage(Compatibility level, boolean adding, boolean dropping, boolean optional) {
        assertThat(level.faults(ab, List.of(a)).isEmpty()).isEqualTo(adding);
        assertThat(level.faults(a, List.of(ab)).isEmpty()).isEqualTo(dropping);
        assertThat(level.faults(aOptionalB, List.of(a)).isEmpty()).isEqualTo(optional);
    }

    /** From a to a with b optional is fine, and from there to b as a number too, as nobody asks for it; a jump from the first is not. */
    @ParameterizedTest
    @CsvSource({
        "NONE,                true",
        "BACKWARD,            true",
        "BACKWARD_TRANSITIVE, false",
        "FORWARD,             true",
        "FORWARD_TRANSITIVE,  false",
        "FULL,                true",
        "FULL_TRANSITIVE,     false"
    })
    void onlyTransitiveLevelsLookBeyondTheLastVersion(Compatibility level, boolean allowed) {
        // Given
        Schema aNumberB = SchemaBuilder.record("R")
                .fields()
                .requiredString("a")
                .optionalInt("b")
                .endRecord();

        // When
        List<String> faults = level.faults(aNumberB, List.of(aOptionalB, a));

        // Then
        assertThat(faults.isEmpty()).isEqualTo(allowed);
        assertThat(faults).allMatch(fault -> fault.contains("version 1"));
    }

    @ParameterizedTest
    @CsvSource({"NONE", "FULL", "FULL_TRANSITIVE"})
    void aFirstVersionIsAlwaysAllowed(Compatibility level) {
        assertThat(level.faults(a, List.of())).isEmpty();
    }
}
