package eu.estafette.connector.setu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.soap.door.SoapRequest;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import eu.estafette.kit.xml.XmlText;
import eu.estafette.schemas.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.w3c.dom.Element;

/**
 * A message that the door took, on its way to the poller.
 *
 * @param original the envelope
 * @param digest   of the body: the same message has the same one
 * @param at       when it came
 * @param body     its one element
 */
record Letter(OriginalRef original, String digest, Instant at, byte[] body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final XmlLimits LIMITS = new XmlLimits(64, 4 * 1024 * 1024);

    /** Letters in the order of their keys are in the order in which they came. */
    String key() {
        return "%015d-%s".formatted(at.toEpochMilli(), digest);
    }

    static Letter of(SoapRequest request, Instant at) {
        return new Letter(
                request.original(), request.digest(), at.truncatedTo(ChronoUnit.MILLIS), XmlText.of(request.content()));
    }

    byte[] bytes() {
        return JSON.createObjectNode()
                .put("original", original.sha256())
                .put("digest", digest)
                .put("at", at.toString())
                .put("body", new String(body, StandardCharsets.UTF_8))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static Letter of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new Letter(
                    new OriginalRef(json.path("original").asText()),
                    json.path("digest").asText(),
                    Instant.parse(json.path("at").asText()),
                    json.path("body").asText().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("a letter is what the door wrote", e);
        }
    }

    Element content() {
        try {
            return XmlRecords.document(new ByteArrayInputStream(body), LIMITS);
        } catch (IOException | XmlRefusedException e) {
            throw new IllegalStateException("what was read once can be read again", e);
        }
    }

    /**
     * The same whenever the same message is the same version: one that is sent again on purpose, after others, is another event.
     *
     * @param part from 1
     */
    String eventId(int version, int part) {
        return new OriginalRef(Sha256.hex((digest + "/" + version).getBytes(StandardCharsets.UTF_8))).eventId(part);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "Letter[" + key() + "]";
    }
}
