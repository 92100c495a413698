package eu.estafette.connector.webhook;

import eu.estafette.connector.webhook.WebhookReply.Answered;
import eu.estafette.connector.webhook.WebhookReply.Unanswered;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whose trouble a reply is. The partner's: no answer, 5xx, 408, 425 and 429, and redirects, which would meet every notice. The notice's own:
 * every other 4xx. The address': 410.
 */
final class WebhookJudgement {

    private final InstantSource realTime;

    WebhookJudgement(InstantSource realTime) {
        this.realTime = realTime;
    }

    DeliveryResult of(WebhookReply reply) {
        return switch (reply) {
            case Unanswered none ->
                new PartnerTrouble(
                        none.cause().name(),
                        OptionalInt.empty(),
                        none.host() + ": " + none.cause().words(),
                        Optional.empty());
            case Answered answered -> ofStatus(answered);
        };
    }

    private DeliveryResult ofStatus(Answered answered) {
        int status = answered.status();
        String detail = answered.host() + ": HTTP " + status;
        return switch (status) {
            case 410 -> new Gone(detail);
            case 408, 425 -> trouble("NOT_NOW", answered, detail);
            case 429 -> trouble("TOO_MANY_REQUESTS", answered, detail);
            default -> {
                if (status >= 200 && status < 300) {
                    yield new Delivered(OptionalInt.of(status));
                }
                if (status >= 400 && status < 500) {
                    yield new Refused("REFUSED", OptionalInt.of(status), detail);
                }
                yield trouble(status >= 500 ? "SERVER_ERROR" : "REDIRECTED", answered, detail);
            }
        };
    }

    private PartnerTrouble trouble(String code, Answered answered, String detail) {
        Optional<Duration> wait = answered.retryAfter().flatMap(value -> RetryAfter.read(value, realTime.instant()));
        String asked =
                wait.map(time -> ", asks to wait " + time.toSeconds() + " s").orElse("");
        return new PartnerTrouble(code, OptionalInt.of(answered.status()), detail + asked, wait);
    }
}
