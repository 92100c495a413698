package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/** Asks a hub's operator API. One token serves all questions of a command. */
final class HubClient {

    private final URI hub;
    private final Tokens tokens;
    private final Http http = new Http();
    private Optional<String> token = Optional.empty();

    HubClient(URI hub, Tokens tokens) {
        this.hub = hub;
        this.tokens = tokens;
    }

    URI hub() {
        return hub;
    }

    /**
     * The body of the answer.
     *
     * @param path with its query, below the hub's address
     * @throws CommandException if the hub gives none, with the hub's own reason where it has one
     */
    Http.Answer get(String path) {
        URI call = Http.below(hub, path);
        String bearer = token.orElseGet(() -> tokens.get(http));
        token = Optional.of(bearer);
        Http.Answer answer = http.send(HttpRequest.newBuilder(call)
                .header("Authorization", "Bearer " + bearer)
                .GET());
        return switch (answer.status()) {
            case 200 -> requireJson(answer, call);
            case 401 ->
                throw CommandException.wrongUse(
                        "The hub at %s does not accept this issuer's tokens: check --issuer.".formatted(hub));
            case 403 ->
                throw CommandException.wrongUse(
                        "Client '%s' is no operator of the hub at %s.".formatted(tokens.client(), hub));
            default -> throw refused(answer, call);
        };
    }

    private static Http.Answer requireJson(Http.Answer answer, URI call) {
        if (!answer.json().isObject()) {
            throw CommandException.wrongUse(call + " does not answer as a hub does: check --url.");
        }
        return answer;
    }

    private static CommandException refused(Http.Answer answer, URI call) {
        JsonNode detail = answer.json().path("detail");
        String sentence =
                detail.isTextual() ? detail.asText() : "%s answers with status %d.".formatted(call, answer.status());
        return answer.status() >= 500 ? CommandException.attention(sentence) : CommandException.wrongUse(sentence);
    }
}
