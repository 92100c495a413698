package eu.estafette.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.schemas.registry.RegistryException.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownSchemasTest {

    private final FakeRegistry registry = new FakeRegistry();
    private final Schema first =
            SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    private final Schema second = SchemaBuilder.record("R")
            .fields()
            .requiredString("a")
            .optionalString("b")
            .endRecord();

    private final Path folder;

    KnownSchemasTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void afterTheWarmUpNothingIsAsked() {
        // Given
        registry.register("R", first.toString());
        try (var known = known()) {
            known.warmUp(Map.of("R", second));
            int asked = registry.requests().size();

            // When
            int id = known.idOf("R", second);
            Schema older = known.schemaOf(1);

            // Then
            assertThat(id).isEqualTo(2);
            assertThat(older).isEqualTo(first);
            assertThat(registry.requests()).hasSize(asked);
        }
    }

    @Test
    void aQuestionIsAskedOnce() {
        try (var known = known()) {
            // When
            known.idOf("R", first);
            known.idOf("R", first);
            known.schemaOf(1);

            // Then
            assertThat(registry.requests()).containsExactly("POST /subjects/R/versions");
        }
    }

    @Test
    void anIdThatMeansSomethingElseNowStopsTheStart() {
        // Given
        try (var known = known()) {
            known.warmUp(Map.of("R", first));
        }
        try (var wiped = new FakeRegistry()) {
            wiped.register("R", second.toString());

            // When / Then
            try (var restarted = known(wiped)) {
                assertThatThrownBy(() -> restarted.warmUp(Map.of("R", first)))
                        .hasMessageContaining("Schema id 1 is R for the schema registry")
                        .hasMessageContaining(folder.toString())
                        .extracting(e -> ((RegistryException) e).fault())
                        .isEqualTo(Fault.ID_REUSED);
            }
        }
    }

    @Test
    void anIdThatWasUnknownAMomentAgoIsNotAskedForAgain() {
        try (var known = known()) {
            // When
            assertThatThrownBy(() -> known.schemaOf(99)).isInstanceOf(RegistryException.class);
            assertThatThrownBy(() -> known.schemaOf(99)).isInstanceOf(RegistryException.class);

            // Then
            assertThat(registry.requests()).containsExactly("GET /schemas/ids/99");
        }
    }

    @Test
    void withoutAutoRegistrationASchemaIsLookedUp() {
        // Given
        registry.always(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        var config = RegistryConfig.of(Map.of("schema.registry.url", registry.url(), "auto.register.schemas", "false"));

        try (var known = new KnownSchemas(config)) {
            // When / Then
            assertThatThrownBy(() -> known.idOf("R", first))
                    .hasMessageStartingWith("Looking up R under subject 'R'")
                    .extracting(e -> ((RegistryException) e).fault())
                    .isEqualTo(Fault.UNKNOWN);
            assertThat(registry.requests()).containsExactly("POST /subjects/R");
        }
    }

    private KnownSchemas known() {
        return known(registry);
    }

    private KnownSchemas known(FakeRegistry registry) {
        return new KnownSchemas(RegistryConfig.of(
                Map.of("schema.registry.url", registry.url(), "estafette.registry.cache", cache().toString())));
    }

    private Path cache() {
        return folder.resolve("schema-ids.json");
    }
}
