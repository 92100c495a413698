package eu.estafette.local.demo;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What the hub and its simulated partners agreed on to sign their calls with. */
final class Signatures {

    private static final int SECRET_BYTES = 32;

    private final String secret;
    private final Webhook webhook;

    private Signatures(String secret) throws EmptyWebhookSecretException {
        this.secret = secret;
        webhook = new Webhook(secret);
    }

    /** With a secret of its own. */
    static Signatures create() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        try {
            return new Signatures("whsec_" + Base64.getEncoder().encodeToString(bytes));
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalStateException("a secret of " + SECRET_BYTES + " bytes is not empty", e);
        }
    }

    String secret() {
        return secret;
    }

    boolean isSigned(String body, Map<String, List<String>> headers) {
        try {
            webhook.verify(body, headers);
            return true;
        } catch (WebhookVerificationException e) {
            return false;
        }
    }

    String sign(String id, long epochSecond, String body) {
        try {
            return webhook.sign(id, epochSecond, body);
        } catch (WebhookSigningException e) {
            throw new DemoFailedException("cannot sign an answer: " + e.getMessage());
        }
    }
}
