package eu.estafette.connector.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.Base64;
import java.util.Optional;

/** A symmetric secret of Standard Webhooks. Thread-safe; never shows itself. */
final class WebhookSecret {

    static final String FORM = "\"whsec_\" and the base64 of 24 to 64 random bytes";

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final Webhook webhook;

    private WebhookSecret(Webhook webhook) {
        this.webhook = webhook;
    }

    /** Empty unless the text is {@link #FORM}; the prefix may be left out, as in the reference libraries. */
    static Optional<WebhookSecret> parse(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
            return key.length < SHORTEST || key.length > LONGEST
                    ? Optional.empty()
                    : Optional.of(new WebhookSecret(new Webhook(key)));
        } catch (IllegalArgumentException | EmptyWebhookSecretException e) {
            return Optional.empty();
        }
    }

    /**
     * One signature as the header has it: {@code v1,<base64>}.
     *
     * @param timestamp seconds since 1970
     */
    String sign(String id, long timestamp, String body) {
        try {
            return webhook.sign(id, timestamp, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("HMAC-SHA256, which every JDK has, is missing", e);
        }
    }
}
