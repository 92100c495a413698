package eu.estafette.kit.http;

import eu.estafette.kit.http.HttpAnswer.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Calls partners over HTTP/1.1. Follows no redirect: what is said goes to the address that was checked and nowhere else. Thread-safe. */
public final class HttpCalls implements AutoCloseable {

    private final HttpTimeouts timeouts;
    private final HttpClient http;

    public HttpCalls(HttpTimeouts timeouts) {
        this.timeouts = timeouts;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    /** Blocks until the answer is there or the time is over. The answer's body is read to its end and thrown away. */
    public HttpAnswer call(HttpRequest request) {
        try {
            HttpResponse<Void> answer = exchange(request, BodyHandlers.discarding());
            return new Status(
                    host(request.uri()), answer.statusCode(), answer.headers().firstValue("retry-after"));
        } catch (UnansweredException e) {
            return e.answer();
        }
    }

    /** The same, where what the partner says is of use. */
    public Fetched fetch(HttpRequest request) {
        var body = new LimitedBody(host(request.uri()));
        try {
            return body.of(exchange(request, body.handler()));
        } catch (UnansweredException e) {
            return new Fetched.Failed(e.answer());
        }
    }

    private <B> HttpResponse<B> exchange(HttpRequest request, BodyHandler<B> body) throws UnansweredException {
        String host = host(request.uri());
        // the request's own time-out would end with the answer's headers; this one also ends an answer that never stops
        CompletableFuture<HttpResponse<B>> call = http.sendAsync(request, body);
        try {
            return call.get(timeouts.call().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new UnansweredException("TIMEOUT", host + " gave no answer within " + timeouts.call(), true);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new UnansweredException(
                    "INTERRUPTED", "the hub stopped while " + host + " was called; it is called again", true);
        } catch (ExecutionException e) {
            throw unanswered(host, e.getCause());
        }
    }

    /** Scheme, host and port. The rest of a URL often holds a key, and stays out of logs. */
    public static String host(URI url) {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    /** The causes' own messages stay out: some of them repeat the URL. */
    private static UnansweredException unanswered(String host, @Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException late ->
                new UnansweredException("TIMEOUT", host + " could not be connected in time", false);
            case ConnectException refused ->
                new UnansweredException("CONNECT", host + " could not be connected", false);
            case SSLException untrusted ->
                new UnansweredException(
                        "TLS",
                        host + " could not be trusted: the TLS handshake failed",
                        !(untrusted instanceof SSLHandshakeException));
            case IOException lost ->
                new UnansweredException("CONNECTION_LOST", host + " closed the connection without an answer", true);
            case null, default ->
                throw new IllegalStateException("the call of " + host + " failed in the hub itself", cause);
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
