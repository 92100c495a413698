package eu.estafette.local.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.schemas.registry.Compatibility;
import eu.estafette.schemas.registry.RegistryClient;
import eu.estafette.schemas.registry.RegistryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalRegistryTest implements RegistryContract {

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            GET  | /schemas/ids/99               |                                         | 404 | 40403
            GET  | /schemas/ids/x                |                                         | 404 | 40403
            GET  | /subjects/none/versions       |                                         | 404 | 40401
            GET  | /subjects/a/versions/7        |                                         | 404 | 40402
            GET  | /subjects/a/versions/0        |                                         | 422 | 42202
            GET  | /subjects/a/versions/x        |                                         | 422 | 42202
            GET  | /config/none                  |                                         | 404 | 40408
            PUT  | /config                       | {"compatibility":"SOMETIMES"}           | 422 | 42203
            PUT  | /config                       | no json                                 | 422 | 42201
            POST | /subjects/a/versions          | {"schema":"{\\"type\\":\\"record\\"}"}  | 422 | 42201
            POST | /subjects/a/versions          | {"schema":"{}","schemaType":"PROTOBUF"} | 422 | 42201
            POST | /subjects/a/versions          | {"schema":"\\"int\\""}                  | 409 | 409
            POST | /subjects/a                   | {"schema":"\\"int\\""}                  | 404 | 40403
            GET  | /somewhere/else               |                                         | 404 | 404
            POST | /subjects/a/elsewhere         | {"schema":"\\"int\\""}                  | 404 | 404
            """)
    void aRefusalHasTheApisErrorBody(String method, String path, String body, int status, int code) throws Exception {
        // Given
        try (var client = connect()) {
            client.register("a", FIRST);
        }

        // When
        HttpResponse<String> response = send(method, path, body == null ? "" : body);

        // Then
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body()).contains("\"error_code\":" + code).contains("\"message\":");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
    }

    @Test
    void aCheckTellsWhyWhenAsked() throws Exception {
        // Given
        try (var client = connect()) {
            client.register("a", FIRST);
        }

        // When
        HttpResponse<String> response =
                send("POST", "/compatibility/subjects/a/versions?verbose=true", "{\"schema\":\"\\\"int\\\"\"}");

        // Then
        assertThat(response.body())
                .contains("\"is_compatible\":false")
                .contains("the new schema cannot read version 1");
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
    void aChangeThatCannotBeStoredIsNotMade() throws Exception {
        // Given a folder where the next file should go
        try (var client = connect()) {
            client.register("a", FIRST);
        }
        Files.createDirectory(data.resolve("schema-registry.json.next"));

        // When
        HttpResponse<String> response = send("POST", "/subjects/b/versions", "{\"schema\":\"\\\"int\\\"\"}");

        // Then
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).contains("50001", "nothing was changed");
        try (var client = connect()) {
            assertThat(client.subjects()).containsExactly("a");
        }
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
        return new RegistryClient(RegistryConfig.of(connection().keys()));
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        String user = Base64.getEncoder().encodeToString(USER.getBytes(UTF_8));
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(registry.url() + path))
                            .header("Authorization", "Basic " + user)
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
