package eu.estafette.connector.webhook;

import eu.estafette.connector.webhook.SignatureCheck.Genuine;
import eu.estafette.connector.webhook.SignatureCheck.NotGenuine;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.Member;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Verifies calls that partners sign by Standard Webhooks 1.0. The library's own check reads the system's clock; this one takes the time from
 * outside and any of several secrets. Does not know whether a call was seen before. Thread-safe.
 */
public final class WebhookSignatures {

    /** How old a signature may be, or how far ahead the partner's clock. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ID = "webhook-id";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    private final InstantSource realTime;

    public WebhookSignatures(InstantSource realTime) {
        this.realTime = realTime;
    }

    /** Every secret of the party's webhooks, its persons' and desks' included; empty for a party that has none. */
    public static List<String> secretsOf(Party party) {
        Stream<DeliveryAddress> members = Stream.of(party.persons(), party.desks())
                .flatMap(List::stream)
                .map(Member::deliver)
                .flatMap(Optional::stream);
        return Stream.concat(Stream.of(party.deliver()), members)
                .filter(address -> address.by().equals(WebhookConnector.NAME))
                .flatMap(address -> address.all(WebhookSettings.SECRET).stream())
                .distinct()
                .toList();
    }

    /**
     * Whether one of these secrets signed this call, not more than {@link #TOLERANCE} from now.
     *
     * @param body    as received, byte by byte
     * @param headers by name in any case
     * @param secrets any of them may have signed
     */
    public SignatureCheck verify(byte[] body, Map<String, List<String>> headers, Collection<String> secrets) {
        Optional<String> id = header(headers, ID);
        Optional<String> timestamp = header(headers, TIMESTAMP);
        Optional<String> signatures = header(headers, SIGNATURE);
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            String missing = id.isEmpty() ? ID : timestamp.isEmpty() ? TIMESTAMP : SIGNATURE;
            return new NotGenuine(missing, missing + ": missing; sign the call as Standard Webhooks 1.0 says");
        }
        Optional<Instant> signedAt = moment(timestamp.get());
        if (signedAt.isEmpty()) {
            return new NotGenuine(TIMESTAMP, TIMESTAMP + ": must be seconds since 1970");
        }
        if (Duration.between(signedAt.get(), realTime.instant()).abs().compareTo(TOLERANCE) > 0) {
            return new NotGenuine(TIMESTAMP, TIMESTAMP + ": more than 5 minutes from now; sign each try anew");
        }
        Optional<String> text = utf8(body);
        if (text.isEmpty() || !isSigned(id.get(), signedAt.get(), text.get(), signatures.get(), secrets)) {
            return new NotGenuine(
                    SIGNATURE,
                    SIGNATURE + ": none of its signatures is made over this call with a secret of this party");
        }
        return new Genuine(id.get(), signedAt.get());
    }

    private static boolean isSigned(String id, Instant at, String body, String signatures, Collection<String> secrets) {
        List<byte[]> given = Stream.of(signatures.split(" "))
                .map(signature -> signature.getBytes(StandardCharsets.UTF_8))
                .toList();
        return secrets.stream()
                .flatMap(secret -> WebhookSecret.parse(secret).stream())
                .map(secret -> secret.sign(id, at.getEpochSecond(), body).getBytes(StandardCharsets.UTF_8))
                .anyMatch(right -> given.stream().anyMatch(signature -> MessageDigest.isEqual(right, signature)));
    }

    private static Optional<String> header(Map<String, List<String>> headers, String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    private static Optional<Instant> moment(String seconds) {
        return seconds.matches("[0-9]{1,11}")
                ? Optional.of(Instant.ofEpochSecond(Long.parseLong(seconds)))
                : Optional.empty();
    }

    /** The library signs text. Bytes that are none would be replaced before they are compared, and so could be changed unseen. */
    private static Optional<String> utf8(byte[] body) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
