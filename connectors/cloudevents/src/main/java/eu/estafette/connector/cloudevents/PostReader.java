package eu.estafette.connector.cloudevents;

import eu.estafette.connector.cloudevents.Post.Mode;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.intake.CallerIdentity;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.DoorLog.Refusal;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Reads a call as far as HTTP goes: who calls, in which mode, how much, in which letters. */
final class PostReader {

    private static final String ACCEPTED_TYPES =
            "Send application/cloudevents+json, application/cloudevents-batch+json, or application/json with ce- headers";

    private final CallerIdentity callers;
    private final PartyRegistry parties;
    private final DoorLog doorLog;
    private final int limit;

    PostReader(CallerIdentity callers, PartyRegistry parties, DoorLog doorLog, int limit) {
        this.callers = callers;
        this.parties = parties;
        this.doorLog = doorLog;
        this.limit = limit;
    }

    /** @throws ProblemException 401, 403, 413, 415, 400 for letters that cannot be decoded */
    Post read(Exchange exchange) throws IOException {
        Party caller = caller(exchange);
        Message call = exchange.getMessage();
        ContentType type = ContentType.parse(header(call, Exchange.CONTENT_TYPE));
        Mode mode = mode(type);
        Charset charset = type.charset()
                .orElseThrow(() -> new ProblemException(Problem.unsupportedMediaType(
                        "The body's charset is not taken. Send UTF-8, US-ASCII or ISO-8859-1; nothing was kept.")));
        if (!header(call, Exchange.CONTENT_ENCODING).matches("|identity")) {
            throw new ProblemException(Problem.unsupportedMediaType(
                    "Packed bodies are not taken. Send it without Content-Encoding; nothing was kept."));
        }
        return new Post(caller, mode, BinaryAttributes.of(call.getHeaders()), decode(bytes(call), charset));
    }

    private Party caller(Exchange exchange) {
        PartyId id = callers.of(exchange.getMessage().getHeaders())
                .orElseThrow(() -> new ProblemException(Problem.unauthorized()));
        return parties.get(id).orElseThrow(() -> {
            doorLog.refused(new Refusal(id, "unknownCaller", "The token's client is no party of this hub."));
            return new ProblemException(Problem.forbidden(new Issue(
                    Stage.RULE,
                    "unknownCaller",
                    "header",
                    "Authorization",
                    Optional.empty(),
                    "the token's client is no party of this hub")));
        });
    }

    private static Mode mode(ContentType type) {
        return switch (type.type()) {
            case "application/cloudevents+json" -> Mode.STRUCTURED;
            case "application/cloudevents-batch+json" -> Mode.BATCH;
            case String other when type.isJson() && !other.startsWith("application/cloudevents") -> Mode.BINARY;
            default ->
                throw new ProblemException(Problem.unsupportedMediaType(
                        "The media type is not taken. " + ACCEPTED_TYPES + "; nothing was kept."));
        };
    }

    /** Never reads more than the limit and one byte, whatever the call says of its length. */
    private byte[] bytes(Message call) throws IOException {
        try (InputStream body = call.getBody(InputStream.class)) {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new ProblemException(Problem.payloadTooLarge(limit));
            }
            return bytes;
        }
    }

    private static String decode(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new ProblemException(Problem.ofIssues(
                    Stage.SYNTAX,
                    List.of(new Issue(
                            Stage.SYNTAX,
                            "invalidText",
                            "body",
                            "",
                            Optional.empty(),
                            "is not written in " + charset))));
        }
    }

    private static String header(Message call, String name) {
        return Optional.ofNullable(call.getHeader(name, String.class)).orElse("");
    }
}
