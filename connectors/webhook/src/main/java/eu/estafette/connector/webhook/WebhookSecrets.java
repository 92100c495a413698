package eu.estafette.connector.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The secrets shared with one receiver. To rotate, the new one is put before the old one: while both stand there, messages carry a
 * signature of each, the first one's first, so that a receiver verifies them with whichever it has.
 */
final class WebhookSecrets {

    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<Webhook> signers;

    /** @throws IllegalArgumentException if one of them is no secret, see {@link #faultsOf} */
    WebhookSecrets(List<String> secrets) {
        this.signers = secrets.stream().map(WebhookSecrets::signer).toList();
    }

    /** What is wrong with them, without saying what they are. */
    static List<String> faultsOf(List<String> secrets) {
        if (secrets.isEmpty()) {
            return List.of("a webhook needs a secret: whsec_ and 24 to 64 bytes in base64");
        }
        List<String> faults = new ArrayList<>();
        for (int number = 1; number <= secrets.size(); number++) {
            if (!isSecret(secrets.get(number - 1))) {
                faults.add("secret " + number + " must be whsec_ and 24 to 64 bytes in base64");
            }
        }
        return faults;
    }

    List<Webhook> signers() {
        return signers;
    }

    /** The value of {@code webhook-signature}: {@code v1,<base64>} of each secret, with blanks between. */
    String sign(String id, long timestamp, String body) {
        return signers.stream().map(signer -> sign(signer, id, timestamp, body)).collect(Collectors.joining(" "));
    }

    private static String sign(Webhook signer, String id, long timestamp, String body) {
        try {
            return signer.sign(id, timestamp, body);
        } catch (WebhookSigningException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    private static boolean isSecret(String secret) {
        try {
            int length = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return secret.startsWith(PREFIX) && length >= SHORTEST && length <= LONGEST;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static Webhook signer(String secret) {
        try {
            return new Webhook(secret);
        } catch (EmptyWebhookSecretException e) {
            throw new IllegalArgumentException("a webhook secret is empty", e);
        }
    }
}
