package eu.estafette.connector.webhook;

import eu.estafette.connector.webhook.Answer.None;
import eu.estafette.connector.webhook.Answer.Status;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;

/** Posts messages over HTTP/1.1. Follows no redirect, because a signed notice goes to the address that was checked and nowhere else. */
final class WebhookHttp extends ServiceSupport {

    private final WebhookTimeouts timeouts;
    private final HttpClient http;

    WebhookHttp(WebhookTimeouts timeouts) {
        this.timeouts = timeouts;
        this.http = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    /** Blocks until the answer is there or the time is over. */
    Answer post(SignedMessage signed) {
        String host = signed.message().address().host();
        // the request's own time-out would end with the answer's headers; this one also ends an answer that never stops
        CompletableFuture<HttpResponse<Void>> call = http.sendAsync(request(signed), BodyHandlers.discarding());
        try {
            HttpResponse<Void> answer = call.get(timeouts.call().toMillis(), TimeUnit.MILLISECONDS);
            return new Status(host, answer.statusCode(), answer.headers().firstValue("retry-after"));
        } catch (TimeoutException e) {
            call.cancel(true);
            return new None("TIMEOUT", host + " gave no answer within " + timeouts.call(), true);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            return new None("INTERRUPTED", "the hub stopped while " + host + " was called; it is called again", true);
        } catch (ExecutionException e) {
            return unanswered(host, e.getCause());
        }
    }

    private static HttpRequest request(SignedMessage signed) {
        return HttpRequest.newBuilder(signed.message().address().url())
                .header("content-type", "application/cloudevents+json; charset=UTF-8")
                .header("user-agent", "Estafette")
                .header("webhook-id", signed.message().id())
                .header("webhook-timestamp", Long.toString(signed.timestamp()))
                .header("webhook-signature", signed.signature())
                .POST(BodyPublishers.ofString(signed.message().body()))
                .build();
    }

    /** The causes' own messages stay out: some of them repeat the URL. */
    private static None unanswered(String host, @Nullable Throwable cause) {
        return switch (cause) {
            case HttpTimeoutException late -> new None("TIMEOUT", host + " could not be connected in time", false);
            case ConnectException refused -> new None("CONNECT", host + " could not be connected", false);
            case SSLException untrusted ->
                new None(
                        "TLS",
                        host + " could not be trusted: the TLS handshake failed",
                        !(untrusted instanceof SSLHandshakeException));
            case IOException lost ->
                new None("CONNECTION_LOST", host + " closed the connection without an answer", true);
            case null, default ->
                throw new IllegalStateException("the call of " + host + " failed in the hub itself", cause);
        };
    }

    @Override
    protected void doStop() {
        http.shutdownNow();
    }
}
