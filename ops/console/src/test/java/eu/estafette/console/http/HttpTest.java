package eu.estafette.console.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.console.readmodel.FilledReadModel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls of the running console. Every test starts with an empty read model. */
@SpringBootTest(classes = ConsoleApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class HttpTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Every reading call of the hub. */
    static final List<String> CALLS = List.of(
            "/api/events/E1",
            "/api/events/E1?at=0-0",
            "/api/notices",
            "/api/notices/N1",
            "/api/notices?state=open",
            "/api/notices?state=answered",
            "/api/cases/E1-C1",
            "/api/ops/status",
            "/api/ops/lanes",
            "/api/ops/steps",
            "/api/ops/dead",
            "/api/ops/dead?by=cause",
            "/api/ops/dead/N1",
            "/api/ops/commands/c-1",
            "/api/ops/held",
            "/api/ops/invalid",
            "/api/ops/trace/E1");

    @LocalServerPort
    private int port;

    @Autowired
    FilledReadModel model;

    @Autowired
    ConsoleApplication.Lanes lanes;

    @Autowired
    PlayedDesk desk;

    @BeforeEach
    void empty() {
        desk.clear();
        lanes.clear();
        model.clear();
    }

    /** What the hub answers to this caller. */
    Answer get(String caller, String path) {
        return send(request(caller, path).build());
    }

    /** @param json with single quotes for double ones */
    Answer post(String caller, String path, String json) {
        return send(request(caller, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.replace('\'', '"')))
                .build());
    }

    /** The body of a call that went well, whatever it is. */
    String raw(String caller, String path) {
        try {
            HttpResponse<String> response =
                    CLIENT.send(request(caller, path).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String caller, String path) {
        String credentials = Base64.getEncoder().encodeToString((caller + ":-").getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Retry-After").orElse(""),
                    JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String contentType, String retryAfter, JsonNode body) {

        /** The body of a call that went well. */
        JsonNode ok() {
            assertThat(status).as("status of %s", body).isEqualTo(200);
            return body;
        }

        /** The detail of a problem. */
        String problem(int expected) {
            assertThat(status).as("status of %s", body).isEqualTo(expected);
            assertThat(contentType).isEqualTo("application/problem+json");
            assertThat(body.path("status").asInt()).isEqualTo(expected);
            assertThat(body.path("type").asText()).startsWith("urn:problem-type:");
            assertThat(body.path("instance").asText()).startsWith("urn:uuid:");
            return body.path("detail").asText();
        }

        /** One field of each item. */
        List<String> each(String list, String field) {
            return StreamSupport.stream(ok().path(list).spliterator(), false)
                    .map(item -> item.path(field).asText())
                    .toList();
        }
    }
}
