package eu.estafette.connector.zgw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.kit.http.Fetched.Content;
import eu.estafette.kit.http.Fetched.Failed;
import eu.estafette.kit.http.HttpCalls;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.InstantSource;

/** A municipality's services, called with a token of our own making. */
final class ZgwServices {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpCalls http;
    private final ZgwAddress address;
    private final InstantSource realTime;

    ZgwServices(HttpCalls http, ZgwAddress address, InstantSource realTime) {
        this.http = http;
        this.address = address;
        this.realTime = realTime;
    }

    /** @throws IOException if there is no answer */
    Content get(URI url) throws IOException {
        return answer(address.client().request(url, realTime).GET().build());
    }

    /** @throws IOException if there is no answer */
    Content send(String method, URI url, JsonNode body) throws IOException {
        return answer(address.client()
                .request(url, realTime)
                .header("content-type", "application/json")
                .method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build());
    }

    private Content answer(HttpRequest request) throws IOException {
        return switch (http.fetch(request)) {
            case Content answer -> answer;
            case Failed(var answer) -> throw new IOException(answer.detail());
        };
    }
}
