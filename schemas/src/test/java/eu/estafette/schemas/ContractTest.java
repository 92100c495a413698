package eu.estafette.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every contract with content (events, views, documents) promises the code that reads it. */
class ContractTest {

    /** Categories of domain section 3; no contract has a field of COACHING_PRIVATE or JUDGEMENT. */
    private static final Set<String> CATEGORIES = Set.of(
            "NONE",
            "IDENTITY",
            "CONTACT",
            "REFERRAL",
            "EMPLOYMENT",
            "TRAINING",
            "BENEFIT",
            "COACHING_PLAN",
            "SIGNAL_FACT",
            "SIGNAL_CONTENT",
            "HEALTH",
            "LOCATION",
            "FREE_TEXT");

    static Stream<Contract> contentContracts() {
        return Stream.of("event", "view", "document").flatMap(ShippedContracts::ofKind);
    }

    static Stream<Contract> views() {
        return ShippedContracts.ofKind("view");
    }

    @Test
    void allContractsAreFound() {
        assertThat(ShippedContracts.ofKind("event")).hasSizeGreaterThanOrEqualTo(30);
        assertThat(ShippedContracts.ofKind("view")).hasSizeGreaterThanOrEqualTo(44);
        assertThat(ShippedContracts.ofKind("document")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(ShippedContracts.ofKind("message")).hasSizeGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("contentContracts")
    void everyFieldHasACategory(Contract contract) {
        assertThat(contract.schema().getFields())
                .allSatisfy(field -> assertThat(CATEGORIES).as(field.name()).contains(category(field)));
    }

    @ParameterizedTest
    @MethodSource("contentContracts")
    void protectedFieldsMayBeNull(Contract contract) {
        assertThat(protectedFields(contract.schema())).allSatisfy(field -> {
            assertThat(field.schema().isNullable()).as(field.name()).isTrue();
            assertThat(field.defaultVal()).as(field.name()).isEqualTo(JsonProperties.NULL_VALUE);
        });
    }

    @ParameterizedTest
    @MethodSource("contentContracts")
    void theSealedPartIsASchemaOfItsOwn(Contract contract) {
        Protection.sealedPartOf(contract.schema())
                .ifPresent(part ->
                        assertThat(new Schema.Parser().parse(part.toString())).isEqualTo(part));
    }

    @ParameterizedTest
    @MethodSource("views")
    void aViewCanShowLessOfAnySource(Contract view) {
        assertThat(view.schema().getFields())
                .allSatisfy(field ->
                        assertThat(field.hasDefaultValue()).as(field.name()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyFieldOfAViewExistsInItsSourcesWithTheSameTypeAndCategory(Contract view) {
        // Given
        List<Contract> sources = ShippedContracts.sources(view);

        for (Schema.Field field : view.schema().getFields()) {
            // When
            List<Schema.Field> found = sources.stream()
                    .map(source -> source.schema().getField(field.name()))
                    .filter(source -> source != null)
                    .toList();

            // Then
            assertThat(found).as(view + "." + field.name()).isNotEmpty().allSatisfy(source -> {
                assertThat(category(field)).isEqualTo(category(source));
                assertThat(SchemaCompatibility.checkReaderWriterCompatibility(field.schema(), source.schema())
                                .getType())
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void aProtectedFieldIsProtectedInEveryViewAtAnyDepth(Contract view) {
        for (Contract source : ShippedContracts.sources(view)) {
            assertThat(paths(view.schema(), ""))
                    .as(view + " of " + source)
                    .containsAll(paths(source.schema(), "").stream()
                            .filter(path -> fieldAt(view.schema(), path).isPresent())
                            .toList());
        }
    }

    private static String category(Schema.Field field) {
        return field.getProp(Protection.CATEGORY);
    }

    private static List<Schema.Field> protectedFields(Schema schema) {
        return paths(schema, "").stream()
                .flatMap(path -> fieldAt(schema, path).stream())
                .toList();
    }

    /** Paths of the protected fields. */
    private static List<String> paths(Schema schema, String prefix) {
        List<String> paths = new ArrayList<>();
        for (Schema.Field field : record(schema).getFields()) {
            if (Protection.isProtected(field)) {
                paths.add(prefix + field.name());
            } else if (record(field.schema()).getType() == Schema.Type.RECORD) {
                paths.addAll(paths(field.schema(), prefix + field.name() + "/"));
            }
        }
        return paths;
    }

    private static Optional<Schema.Field> fieldAt(Schema schema, String path) {
        Optional<Schema.Field> found = Optional.empty();
        Schema at = schema;
        for (String name : path.split("/")) {
            found = Optional.ofNullable(record(at).getField(name));
            if (found.isEmpty()) {
                return found;
            }
            at = found.get().schema();
        }
        return found;
    }

    /** The record behind options and lists, or the schema itself. */
    private static Schema record(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> record(schema.getTypes().getLast());
            case ARRAY -> record(schema.getElementType());
            default -> schema;
        };
    }
}
