package eu.estafette.kit.soap.door;

import java.time.Duration;
import java.util.Optional;

/**
 * What a caller gets.
 *
 * @param status     of HTTP
 * @param envelope   in UTF-8
 * @param retryAfter when the same call may be made again
 */
public record SoapReply(int status, byte[] envelope, Optional<Duration> retryAfter) {

    public static final String CONTENT_TYPE = "text/xml; charset=utf-8";

    /** Without what is said: it may quote a message. */
    @Override
    public String toString() {
        return "SoapReply[" + status + ", " + envelope.length + " bytes]";
    }
}
