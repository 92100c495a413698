package eu.estafette.connector.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import eu.estafette.kit.party.DeliveryAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Verifies an answer that a partner signed with the secret of its webhook instead of showing a token: {@code webhook-id},
 * {@code webhook-timestamp} at most five minutes off, {@code webhook-signature} by any of the secrets. Says who sent it, not whether it
 * is new: a repeated answer is a duplicate like any other event.
 */
public final class WebhookAnswers {

    private WebhookAnswers() {}

    /**
     * Why the request was not signed by the party at this address; empty if it was.
     *
     * @param headers names in any case
     * @param body    as it came, byte for byte
     */
    public static Optional<String> faultOf(DeliveryAddress address, Map<String, List<String>> headers, byte[] body) {
        List<String> secrets = address.all(WebhookConnector.SECRET);
        if (secrets.isEmpty()) {
            return Optional.of("the party has no webhook secret to verify it with");
        }
        String text = new String(body, StandardCharsets.UTF_8);
        Optional<String> fault = Optional.empty();
        for (Webhook signer : new WebhookSecrets(secrets).signers()) {
            fault = faultOf(signer, headers, text);
            if (fault.isEmpty()) {
                return fault;
            }
        }
        return fault;
    }

    private static Optional<String> faultOf(Webhook signer, Map<String, List<String>> headers, String body) {
        try {
            signer.verify(body, headers);
            return Optional.empty();
        } catch (WebhookVerificationException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
