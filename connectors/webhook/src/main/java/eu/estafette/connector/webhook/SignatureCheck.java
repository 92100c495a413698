package eu.estafette.connector.webhook;

import java.time.Instant;

/** Whether a call is signed by the partner it claims to be from. */
public sealed interface SignatureCheck {

    /**
     * It is, and was signed within the tolerance.
     *
     * @param id the partner's {@code webhook-id}: the same for every repetition of the call
     */
    record Genuine(String id, Instant signedAt) implements SignatureCheck {}

    /**
     * It is not, or nobody can tell.
     *
     * @param header the header to blame
     * @param detail what is wrong, without any value of the call
     */
    record NotGenuine(String header, String detail) implements SignatureCheck {}
}
