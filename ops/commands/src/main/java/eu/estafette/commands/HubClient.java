package eu.estafette.commands;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.stream.Collectors;

/** Asks a hub's API for operators. */
final class HubClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** The hub may have to look through all that it keeps. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HubAddress address;
    private final TokenClient tokens;

    HubClient(HubAddress address, TokenClient tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    HubAddress address() {
        return address;
    }

    /**
     * A report, or that what it would be about is not there.
     *
     * @param path from the hub's root, encoded
     * @throws TroubleException if the hub cannot be reached, lets nobody in or answers with something else
     */
    HubAnswer get(String path) throws TroubleException {
        HttpResponse<String> response = Http.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + tokens.token())
                        .header("Accept", "application/json")
                        .build(),
                address.unanswered("hub"));
        JsonNode json = parsed(response.body());
        boolean found = response.statusCode() == 200;
        boolean isReport = found && json.path("attention").isArray();
        if (isReport || isNotFound(response, json)) {
            return new HubAnswer(response.body(), json, found);
        }
        throw new TroubleException(refusal(response.statusCode(), json));
    }

    /**
     * Copies what the hub has into a file, whatever it holds.
     *
     * @return whether it is there
     */
    boolean download(String path, Path file) throws TroubleException {
        HttpResponse<InputStream> response = Http.stream(
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(LONG)
                        .header("Authorization", "Bearer " + tokens.token())
                        .build(),
                address.unanswered("hub"));
        try (InputStream body = response.body()) {
            String type = response.headers().firstValue("Content-Type").orElse("");
            if (response.statusCode() == 200 && type.equals("application/octet-stream")) {
                Files.copy(body, file, StandardCopyOption.REPLACE_EXISTING);
                return true;
            }
            JsonNode problem = parsed(new String(body.readAllBytes(), StandardCharsets.UTF_8));
            if (isNotFound(response, problem)) {
                return false;
            }
            throw new TroubleException(refusal(response.statusCode(), problem));
        } catch (IOException e) {
            throw new TroubleException("The answer broke off: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Tells the hub something, which it keeps.
     *
     * @return what it says of it
     * @throws TroubleException also if it refuses it; says why
     */
    HubAnswer post(String path, String json) throws TroubleException {
        return send(path, json, 202);
    }

    /** Asks with a body what the hub would do; nothing is done. */
    HubAnswer ask(String path, String json) throws TroubleException {
        return send(path, json, 200);
    }

    private HubAnswer send(String path, String json, int expected) throws TroubleException {
        HttpResponse<String> response = Http.send(
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Bearer " + tokens.token())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build(),
                address.unanswered("hub"));
        JsonNode answer = parsed(response.body());
        if (response.statusCode() != expected) {
            throw new TroubleException(
                    isNotFound(response, answer)
                            ? Text.always(answer, "detail")
                            : refusal(response.statusCode(), answer));
        }
        return new HubAnswer(response.body(), answer, true);
    }

    /** A report that every hub has. */
    HubAnswer getReport(String path) throws TroubleException {
        HubAnswer answer = get(path);
        if (!answer.found()) {
            throw new TroubleException(refusal(404, answer.json()));
        }
        return answer;
    }

    private static boolean isNotFound(HttpResponse<?> response, JsonNode json) {
        return response.statusCode() == 404 && json.path("type").asText().endsWith(":resourceNotFound");
    }

    private String refusal(int status, JsonNode problem) {
        return switch (status) {
            case 401 -> "The hub at " + address.base() + " does not accept this issuer's tokens: give --issuer.";
            case 403 ->
                "The hub at " + address.base() + " does not let client \"" + tokens.client()
                        + "\" ask this: it needs the role operator.";
            case 503 ->
                "The hub at " + address.base() + " cannot answer now: "
                        + Text.of(problem, "detail").orElse("try again in some seconds.");
            case 200, 404 ->
                "What answers at " + address.base() + " is no Estafette hub with this command: check --url.";
            default ->
                "The hub at " + address.base() + " answered " + status
                        + Text.of(problem, "detail")
                                .map(detail -> ": " + detail)
                                .orElse(" and did not say why.")
                        + issues(problem);
        };
    }

    private static String issues(JsonNode problem) {
        return problem.path("issues")
                .valueStream()
                .map(issue -> " " + Text.always(issue, "name") + " " + Text.always(issue, "detail") + ".")
                .collect(Collectors.joining());
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }
}
