package eu.estafette.connector.webhook;

import java.time.InstantSource;
import java.util.stream.Collectors;

/** Signs with every secret of the address: during a rotation the partner verifies with the new one or the old one. */
final class WebhookSigner {

    private final InstantSource realTime;

    WebhookSigner(InstantSource realTime) {
        this.realTime = realTime;
    }

    /** Anew for each call, because a receiver refuses what was signed more than five minutes ago. */
    SignedMessage sign(WebhookMessage message) {
        long now = realTime.instant().getEpochSecond();
        String signatures = message.address().secrets().stream()
                .map(secret -> secret.sign(message.id(), now, message.body()))
                .collect(Collectors.joining(" "));
        return new SignedMessage(message, now, signatures);
    }
}
