package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.DoorLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way in over real HTTP: the server's filters, its security, Camel's engine on its threads; without Kafka. */
class IngestHttpIT extends WayInTest {

    IngestHttpIT(@LocalServerPort int port, @Autowired Recorder recorder) {
        super(port, recorder);
    }

    @Test
    void anEventOfAPartyIsKept() throws Exception {
        // When
        HttpResponse<String> reply = post("gemeente-oost", STRUCTURED, event("gemeente-oost", ""));

        // Then
        assertThat(reply.statusCode()).isEqualTo(202);
        assertThat(reply.headers().firstValue("Location")).contains("/api/events/7d1c?at=2-7");
        assertThat(reply.headers().firstValue("Authorization")).isEmpty();
        assertThat(reply.body()).contains("\"state\":\"ACCEPTED\"");
        assertThat(kept).singleElement().satisfies(event -> assertThat(event.getParty())
                .isEqualTo("gemeente-oost"));
    }

    @Test
    void aBinaryEventIsKept() throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer gemeente-oost")
                .header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "bin-1")
                .header("ce-source", "urn:estafette:party:gemeente-oost")
                .header("ce-type", "eu.estafette.case.v1.referral.notify.requested")
                .POST(BodyPublishers.ofString(data("").replace('\'', '"')))
                .build();

        // When
        HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());

        // Then
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
        assertThat(kept).extracting(CaseEvent::getId).containsExactly("bin-1");
    }

    @Test
    void aTokenOfAnotherPartyIsForbiddenAndOnRecord() throws Exception {
        // When
        HttpResponse<String> reply = post("winkel", STRUCTURED, event("gemeente-oost", ""));

        // Then
        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refusals).extracting(DoorLog.Refusal::code).containsExactly("sourceNotYours");
        assertThat(kept).isEmpty();
    }

    @Test
    void aTokenThatIsNotOursIsUnauthorized() throws Exception {
        // When
        HttpResponse<String> reply = post("expired", STRUCTURED, event("gemeente-oost", ""));

        // Then
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(kept).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsTooLargeHoweverItIsSent() throws Exception {
        // Given
        byte[] large = event("gemeente-oost", ",'contact':'" + "x".repeat(1024 * 1024) + "'")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = request("gemeente-oost", STRUCTURED)
                .POST(BodyPublishers.ofByteArrays(List.of(large)))
                .build();

        // When
        HttpResponse<String> measured = client.send(
                request("gemeente-oost", STRUCTURED)
                        .POST(BodyPublishers.ofByteArray(large))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> unmeasured = client.send(chunked, BodyHandlers.ofString());

        // Then
        assertThat(measured.statusCode()).isEqualTo(413);
        assertThat(unmeasured.statusCode()).isEqualTo(413);
        assertThat(kept).isEmpty();
    }

    @Test
    void aPackedBodyIsUnsupportedAndNotUnpacked() throws Exception {
        // Given
        HttpRequest request = request("gemeente-oost", STRUCTURED)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(new byte[8 * 1024 * 1024])))
                .build();

        // When
        HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());

        // Then
        assertThat(reply.statusCode()).isEqualTo(415);
    }

    @Test
    void anotherMediaTypeOrCharsetIsUnsupported() throws Exception {
        for (String type : List.of(
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                STRUCTURED + ";charset=klingon",
                STRUCTURED + ";charset=utf-16")) {
            // When
            HttpResponse<String> reply = post("gemeente-oost", type, event("gemeente-oost", ""));

            // Then
            assertThat(reply.statusCode()).as(type).isEqualTo(415);
            assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void lettersSurviveTheWayIn() throws Exception {
        // Given
        byte[] latin = event("gemeente-oost", ",'contact':'Zoë'").getBytes(StandardCharsets.ISO_8859_1);

        // When
        HttpResponse<String> reply = client.send(
                request("gemeente-oost", STRUCTURED + "; charset=iso-8859-1")
                        .POST(BodyPublishers.ofByteArray(latin))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
        var sealed = kept.remove().getPayload().getSealed().getBytes();
        assertThat(StandardCharsets.UTF_8.decode(sealed.duplicate()).toString()).contains("Zoë");
    }

    @Test
    void partiesThatCallAtOnceAreNotMistakenForEachOther() {
        // When
        List<CompletableFuture<HttpResponse<String>>> replies = IntStream.range(0, 60)
                .mapToObj(i -> i % 2 == 0 ? "gemeente-oost" : "gemeente-west")
                .map(party -> client.sendAsync(
                        request(party, STRUCTURED)
                                .POST(BodyPublishers.ofString(event(party, "")))
                                .build(),
                        BodyHandlers.ofString()))
                .toList();

        // Then
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.join().statusCode()).isEqualTo(202));
        assertThat(kept).hasSize(60).allSatisfy(event -> assertThat(event.getSource())
                .isEqualTo("urn:estafette:party:" + event.getParty()));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
