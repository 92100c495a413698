package eu.estafette.kit.http;

import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.http.HttpAnswer.None;
import eu.estafette.kit.http.HttpAnswer.Status;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;

/** Whose trouble an answer is: the partner's, whoever's notice it was, or this notice's own. */
public final class Classification {

    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final RetryAfter retryAfter;

    /** @param realTime what a partner means by a date in Retry-After */
    public Classification(InstantSource realTime) {
        retryAfter = new RetryAfter(realTime);
    }

    public DeliveryResult of(HttpAnswer answer) {
        return switch (answer) {
            case None none ->
                new PartnerTrouble(none.code(), OptionalInt.empty(), none.detail(), Optional.empty(), none.inDoubt());
            case Status status -> of(status);
        };
    }

    private DeliveryResult of(Status answer) {
        int status = answer.status();
        String code = "HTTP_" + status;
        String detail = answer.host() + " answered " + status;
        if (status / 100 == 2) {
            return new Delivered(OptionalInt.of(status));
        }
        if (status == GONE) {
            return new Gone(detail + ": the address is no more");
        }
        if (status == TOO_MANY || status >= 500) {
            boolean turnedAway = status == TOO_MANY || status == UNAVAILABLE;
            return new PartnerTrouble(
                    code,
                    OptionalInt.of(status),
                    detail,
                    answer.retryAfter().flatMap(retryAfter::read),
                    // what failed inside the partner, or behind its gateway, may have failed after it was kept
                    !turnedAway);
        }
        return status / 100 == 3
                ? new Refused(
                        code,
                        OptionalInt.of(status),
                        detail + ": redirects are not followed; put the new url in the party's file")
                : new Refused(code, OptionalInt.of(status), detail + ": it does not take this notice");
    }
}
