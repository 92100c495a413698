package eu.estafette.commands;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One call, and its failure in words. */
final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();

    private Http() {}

    /**
     * @param unanswered the start of a sentence: {@code No hub answers at http://127.0.0.1:8080}
     * @throws TroubleException if there is no answer; says why
     */
    static HttpResponse<String> send(HttpRequest request, String unanswered) throws TroubleException {
        return send(request, BodyHandlers.ofString(StandardCharsets.UTF_8), unanswered);
    }

    /** The same, for what may be larger than memory; whoever gets the body closes it. */
    static HttpResponse<InputStream> stream(HttpRequest request, String unanswered) throws TroubleException {
        return send(request, BodyHandlers.ofInputStream(), unanswered);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body, String unanswered)
            throws TroubleException {
        try {
            return CLIENT.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TroubleException("Stopped before there was an answer.", e);
        } catch (IOException e) {
            throw new TroubleException(unanswered + ": " + why(e), e);
        }
    }

    private static String why(IOException failure) {
        if (failure instanceof ConnectException && isUnknownHost(failure)) {
            return "its name is not known here.";
        }
        if (failure instanceof HttpTimeoutException) {
            return "it did not answer in time.";
        }
        if (failure instanceof ConnectException) {
            return "the connection was refused.";
        }
        return "the connection failed (" + failure.getClass().getSimpleName() + ").";
    }

    private static boolean isUnknownHost(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnresolvedAddressException) {
                return true;
            }
        }
        return false;
    }
}
