package eu.estafette.kit.http;

import java.util.Optional;

/** What came back from a partner. The body is not kept: a partner may repeat a person's data in it. */
public sealed interface HttpAnswer {

    /**
     * It answered.
     *
     * @param retryAfter the header as it stood there
     */
    record Status(String host, int status, Optional<String> retryAfter) implements HttpAnswer {}

    /**
     * No answer, or none in time.
     *
     * @param code    CONNECT, TIMEOUT, TLS, CONNECTION_LOST or INTERRUPTED
     * @param inDoubt whether the message may have reached the partner
     */
    record None(String code, String detail, boolean inDoubt) implements HttpAnswer {}
}
