package eu.estafette.local.registry;

import static eu.estafette.local.registry.Readings.FIRST;
import static eu.estafette.local.registry.Readings.INCOMPATIBLE;
import static eu.estafette.local.registry.Readings.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.schemas.registry.Compatibility;
import eu.estafette.schemas.registry.RegistryClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRegistryTest implements RegistryContract, CompatibilityContract {

    private static final String USER = "hub:local-secret";

    private final Path data;
    private LocalRegistry registry;

    LocalRegistryTest(@TempDir Path data) {
        this.data = data;
        this.registry = LocalRegistry.start(data, 0, USER);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Override
    public Connection connection() {
        return new Connection(registry.url(), USER);
    }

    @Test
    void idsVersionsAndLevelsAreTheSameAfterARestart() {
        // Given
        try (var client = connect()) {
            client.register("a", FIRST);
            client.register("a", SECOND);
            client.register("b", INCOMPATIBLE);
            client.setCompatibility("b", Compatibility.BACKWARD);
            client.setCompatibility(Compatibility.FORWARD);
        }

        // When
        registry.close();
        registry = LocalRegistry.start(data, 0, USER);

        // Then
        try (var client = connect()) {
            assertThat(client.subjects()).containsExactly("a", "b");
            assertThat(client.version("a", 2).id()).isEqualTo(2);
            assertThat(client.byId(3)).isEqualTo(INCOMPATIBLE);
            assertThat(client.compatibility("b")).isEqualTo(Compatibility.BACKWARD);
            assertThat(client.compatibility()).isEqualTo(Compatibility.FORWARD);
            assertThat(client.register("c", SchemaBuilder.record("New").fields().endRecord()))
                    .isEqualTo(4);
        }
    }

    @Test
    void manyClientsAtOnceGetOneIdPerSchema() {
        try (var client = connect()) {
            // When
            List<Integer> ids = IntStream.range(0, 200)
                    .parallel()
                    .mapToObj(i -> client.register(
                            "s" + i % 10,
                            SchemaBuilder.record("R" + i % 10).fields().endRecord()))
                    .toList();

            // Then
            assertThat(ids).containsOnly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(IntStream.range(0, 10).mapToObj(i -> client.versions("s" + i)))
                    .containsOnly(List.of(1));
        }
    }

    @Test
    void aDamagedFileStopsTheStart() throws IOException {
        // Given
        registry.close();
        Files.writeString(data.resolve("schema-registry.json"), "{");

        // When / Then
        assertThatThrownBy(() -> LocalRegistry.start(data, 0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("schema-registry.json")
                .hasMessageContaining("does not start");
    }

    @Test
    void aPortInUseIsSaid() {
        // Given
        int port = URI.create(registry.url()).getPort();

        // When / Then
        assertThatThrownBy(() -> LocalRegistry.start(data, port))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot listen on port " + port);
    }

    private RegistryClient connect() {
        return connection().connect();
    }
}
