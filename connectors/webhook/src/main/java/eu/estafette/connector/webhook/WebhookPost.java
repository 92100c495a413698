package eu.estafette.connector.webhook;

import eu.estafette.connector.webhook.WebhookReply.Answered;
import eu.estafette.connector.webhook.WebhookReply.Cause;
import eu.estafette.connector.webhook.WebhookReply.Unanswered;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Posts a message and waits for the status of the answer; its body is of no interest and read away. Follows no redirect, because the
 * address was checked and whatever it redirects to was not.
 */
final class WebhookPost implements AutoCloseable {

    private final HttpClient http;
    private final WebhookTimeouts timeouts;

    WebhookPost(WebhookTimeouts timeouts) {
        this.timeouts = timeouts;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    WebhookReply send(WebhookMessage message) {
        String host = message.url().getHost();
        var status = new CompletableFuture<ResponseInfo>();
        var exchange = http.sendAsync(request(message), answered -> {
            status.complete(answered);
            return BodySubscribers.discarding();
        });
        // covers the answer's body, too: one that never ends must not keep its connection for ever
        var limit = new CompletableFuture<Void>().orTimeout(timeouts.answer().toMillis(), TimeUnit.MILLISECONDS);
        limit.whenComplete((done, late) -> {
            if (late != null) {
                status.completeExceptionally(late);
                exchange.cancel(true);
            }
        });
        exchange.whenComplete((response, failure) -> {
            limit.complete(null);
            if (failure != null) {
                status.completeExceptionally(failure);
            }
        });
        try {
            ResponseInfo answered = status.get();
            return new Answered(host, answered.statusCode(), answered.headers().firstValue("retry-after"));
        } catch (ExecutionException e) {
            return new Unanswered(host, cause(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.cancel(true);
            return new Unanswered(host, Cause.CONNECTION_LOST);
        }
    }

    private HttpRequest request(WebhookMessage message) {
        return HttpRequest.newBuilder(message.url())
                .header("content-type", "application/cloudevents+json; charset=utf-8")
                .header("user-agent", "Estafette")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", String.valueOf(message.timestamp()))
                .header("webhook-signature", message.signature())
                .POST(BodyPublishers.ofString(message.body()))
                .build();
    }

    private static Cause cause(ExecutionException failure) {
        return switch (failure.getCause()) {
            case HttpConnectTimeoutException ignored -> Cause.CONNECT_FAILED;
            case ConnectException ignored -> Cause.CONNECT_FAILED;
            case SSLException ignored -> Cause.TLS_FAILED;
            case TimeoutException ignored -> Cause.TIMED_OUT;
            case null, default -> Cause.CONNECTION_LOST;
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
