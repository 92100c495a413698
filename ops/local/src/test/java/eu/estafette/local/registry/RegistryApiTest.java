package eu.estafette.local.registry;

import static eu.estafette.local.registry.Readings.FIRST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.schemas.registry.RegistryClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The local registry's answers as other clients see them. */
class RegistryApiTest {

    private static final String USER = "hub:local-secret";

    private final Path data;
    private final LocalRegistry registry;

    RegistryApiTest(@TempDir Path data) {
        this.data = data;
        this.registry = LocalRegistry.start(data, 0, USER);
    }

    @AfterEach
    void stop() {
        registry.close();
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

    private RegistryClient connect() {
        return new Connection(registry.url(), USER).connect();
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
