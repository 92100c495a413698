package eu.estafette.kit.soap;

import jakarta.xml.ws.WebServiceException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.cxf.transport.http.HTTPException;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why a call was not answered. The causes' own messages stay out: some of them repeat the URL. */
final class Unanswered {

    private static final int UNAVAILABLE = 503;
    private static final int TOO_MANY = 429;

    private Unanswered() {}

    static SoapCallException of(WebServiceException failure, String host) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            SoapCallException known = known(cause, host);
            if (known != null) {
                return known;
            }
        }
        return lost(failure, host);
    }

    private static @Nullable SoapCallException known(Throwable cause, String host) {
        return switch (cause) {
            case SoapCallException ours -> ours;
            case HTTPException status -> status(status.getResponseCode(), host);
            case SSLException untrusted ->
                new SoapCallException(
                        "TLS",
                        0,
                        host + " could not be trusted, or did not trust the hub: TLS failed",
                        !(untrusted instanceof SSLHandshakeException));
            case HttpConnectTimeoutException late -> connect(host);
            case ConnectException refused -> connect(host);
            case UnknownHostException unknown -> connect(host);
            case UnresolvedAddressException unknown -> connect(host);
            case HttpTimeoutException late -> late(host);
            case SocketTimeoutException late -> late(host);
            default -> null;
        };
    }

    private static SoapCallException status(int status, String host) {
        boolean turnedAway = status == UNAVAILABLE || status == TOO_MANY || status / 100 == 4;
        return new SoapCallException("HTTP_" + status, status, host + " answered " + status, !turnedAway);
    }

    private static SoapCallException connect(String host) {
        return new SoapCallException("CONNECT", 0, host + " could not be connected", false);
    }

    private static SoapCallException late(String host) {
        return new SoapCallException("TIMEOUT", 0, host + " gave no answer in time", true);
    }

    private static SoapCallException lost(WebServiceException failure, String host) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return new SoapCallException(
                        "CONNECTION_LOST", 0, host + " closed the connection without an answer", true);
            }
        }
        throw new IllegalStateException("the call of " + host + " failed in the hub itself", failure);
    }
}
