package eu.estafette.kit.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What came of one call. Connectors classify, once; the delivery flow only follows. */
public sealed interface DeliveryResult {

    /** The partner has it (TRANSPORT): HTTP 2xx, file renamed, mail accepted. */
    record Delivered(OptionalInt status) implements DeliveryResult {}

    /**
     * The partner's trouble, whoever's notice it is: connect, time-out, 5xx, 429. Opens the circuit and costs the notice no attempt.
     *
     * @param retryAfter what the partner asked for
     * @param inDoubt    whether the partner may have taken the notice all the same: the call reached it, or may have, and no answer says that
     *                   it did not
     */
    record PartnerTrouble(
            String code, OptionalInt status, String detail, Optional<Duration> retryAfter, boolean inDoubt)
            implements DeliveryResult {

        /** Trouble with which the partner surely did not take the notice. */
        public PartnerTrouble(String code, OptionalInt status, String detail, Optional<Duration> retryAfter) {
            this(code, status, detail, retryAfter, false);
        }
    }

    /** This notice's own trouble: 4xx, refused by schema or business rule. Few tries, then the Dead Letter Channel. */
    record Refused(String code, OptionalInt status, String detail) implements DeliveryResult {

        /** Of a notice whose bytes no build can read. */
        public static final Refused UNREADABLE = new Refused(
                "UNREADABLE",
                OptionalInt.empty(),
                "the notice's content is not what its view's contract says; nothing was sent");
    }

    /** The address is no more (410): disable it and tell the operators. */
    record Gone(String detail) implements DeliveryResult {}
}
