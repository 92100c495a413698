package eu.estafette.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.schemas.registry.RegistryException.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned once is known after a restart, with or without the registry. */
class SchemaCacheTest {

    private final FakeRegistry registry = new FakeRegistry();
    private final Schema first =
            SchemaBuilder.record("R").fields().requiredString("a").endRecord();
    private final Schema second = SchemaBuilder.record("R")
            .fields()
            .requiredString("a")
            .optionalString("b")
            .endRecord();
    private final Path cache;

    SchemaCacheTest(@TempDir Path folder) {
        cache = folder.resolve("schema-ids.json");
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void withAFilledCacheTheRegistryMayBeAway() {
        // Given
        registry.register("R", first.toString());
        try (var known = known()) {
            known.warmUp(Map.of("R", second));
        }
        registry.close();

        try (var restarted = known()) {
            // When
            restarted.warmUp(Map.of("R", second));

            // Then
            assertThat(restarted.idOf("R", second)).isEqualTo(2);
            assertThat(restarted.schemaOf(1)).isEqualTo(first);
        }
    }

    @Test
    void whatTheCacheLacksNeedsTheRegistry() {
        // Given
        try (var known = known()) {
            known.warmUp(Map.of("R", first));
        }
        registry.close();

        try (var restarted = known()) {
            // When / Then
            assertThatThrownBy(() -> restarted.warmUp(Map.of("R", second)))
                    .hasMessageContaining("under subject 'R'")
                    .hasMessageContaining("does not answer")
                    .extracting(e -> ((RegistryException) e).fault())
                    .isEqualTo(Fault.AWAY);
        }
    }

    @Test
    void refusedCredentialsStopTheStartEvenWithACache() {
        // Given
        try (var known = known()) {
            known.warmUp(Map.of("R", first));
        }
        registry.always(401, "");

        try (var restarted = known()) {
            // When / Then
            assertThatThrownBy(() -> restarted.warmUp(Map.of("R", first)))
                    .extracting(e -> ((RegistryException) e).fault())
                    .isEqualTo(Fault.NOT_AUTHENTICATED);
        }
    }

    @Test
    void severalUsersOfOneCacheAddToIt() {
        // Given
        try (var one = known();
                var other = known()) {
            one.idOf("R", first);
            other.idOf("S", second);
        }
        registry.close();

        try (var restarted = known()) {
            // When / Then
            assertThat(restarted.idOf("R", first)).isEqualTo(1);
            assertThat(restarted.idOf("S", second)).isEqualTo(2);
        }
    }

    @Test
    void aDamagedCacheIsFilledAgain() throws IOException {
        // Given
        Files.writeString(cache, "{\"known\":[{\"id\":1,\"schema\":\"{");

        try (var known = known()) {
            // When
            known.warmUp(Map.of("R", first));
        }
        registry.close();

        // Then
        try (var restarted = known()) {
            assertThat(restarted.idOf("R", first)).isEqualTo(1);
        }
    }

    private KnownSchemas known() {
        return new KnownSchemas(RegistryConfig.of(
                Map.of("schema.registry.url", registry.url(), "estafette.registry.cache", cache.toString())));
    }
}
