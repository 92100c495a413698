package eu.estafette.kit.rig;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every connector does that posts notices over HTTP, when there is no answer. */
@Timeout(60)
public abstract class BrokenConnectionContract {

    /** Of the connector's route. */
    protected abstract String uri();

    protected abstract RoutesBuilder routes(HttpCalls http);

    /** A party's address whose notices go to this url. */
    protected abstract DeliveryAddress address(URI url);

    private OutboundCalls calls() throws Exception {
        return OutboundCalls.to(uri(), this::routes);
    }

    private OutboundCalls thatWaitShortly() throws Exception {
        return OutboundCalls.thatWaitShortly(uri(), this::routes);
    }

    @Test
    void aServerThatHangsIsThePartnersTrouble() throws Exception {
        var stopped = new CountDownLatch(1);
        try (var partner = HttpPartner.thatDoes(exchange -> await(stopped));
                var connector = thatWaitShortly()) {
            // When
            DeliveryResult result = deliver(connector, partner.url());

            // Then
            assertTrouble(result, "TIMEOUT");
            assertThat(((PartnerTrouble) result).inDoubt()).isTrue();
        } finally {
            stopped.countDown();
        }
    }

    @Test
    void anAnswerThatNeverEndsIsThePartnersTrouble() throws Exception {
        try (var partner = HttpPartner.thatDoes(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    OutputStream body = exchange.getResponseBody();
                    while (!Thread.currentThread().isInterrupted()) {
                        body.write(new byte[8192]);
                    }
                });
                var connector = thatWaitShortly()) {
            // When
            DeliveryResult result = deliver(connector, partner.url());

            // Then
            assertTrouble(result, "TIMEOUT");
            assertThat(((PartnerTrouble) result).inDoubt()).isTrue();
        }
    }

    @Test
    void aConnectionResetAfterAcceptIsThePartnersTrouble() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var connector = calls()) {
            onEachConnection(server, BrokenConnectionContract::reset);

            // When
            DeliveryResult result = deliver(connector, url("http", server.getLocalPort()));

            // Then
            assertTrouble(result, "CONNECTION_LOST");
        }
    }

    @Test
    void aPortThatNobodyListensOnIsThePartnersTrouble() throws Exception {
        // bound, so that no other process gets the port; it does not listen, so that connecting is refused
        try (var taken = new Socket();
                var connector = calls()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            // When
            DeliveryResult result = deliver(connector, url("http", taken.getLocalPort()));

            // Then
            assertTrouble(result, "CONNECT");
        }
    }

    @Test
    void aServerThatSpeaksNoTlsIsThePartnersTrouble() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var connector = calls()) {
            onEachConnection(server, BrokenConnectionContract::answerInClear);

            // When
            DeliveryResult result = deliver(connector, url("https", server.getLocalPort()));

            // Then
            assertTrouble(result, "TLS");
        }
    }

    @Test
    void aTlsHandshakeThatNeverEndsIsThePartnersTrouble() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var connector = thatWaitShortly()) {
            // When
            DeliveryResult result = deliver(connector, url("https", silent.getLocalPort()));

            // Then
            assertTrouble(result, "TIMEOUT");
        }
    }

    @Test
    void aCallThatTheHubInterruptsIsNoFaultOfTheNotice() throws Exception {
        var stopped = new CountDownLatch(1);
        var called = new CountDownLatch(1);
        var result = new CompletableFuture<DeliveryResult>();
        var stillInterrupted = new AtomicBoolean();
        try (var partner = HttpPartner.thatDoes(exchange -> {
                    called.countDown();
                    await(stopped);
                });
                var connector = calls()) {
            Thread call = Thread.ofVirtual().start(() -> {
                DeliveryResult ended = deliver(connector, partner.url());
                stillInterrupted.set(Thread.currentThread().isInterrupted());
                result.complete(ended);
            });
            called.await();

            // When
            call.interrupt();

            // Then
            assertTrouble(result.join(), "INTERRUPTED");
            assertThat(stillInterrupted).isTrue();
        } finally {
            stopped.countDown();
        }
    }

    @Test
    void afterTroubleTheNextCallGetsThrough() throws Exception {
        try (var broken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var partner = HttpPartner.thatAnswers(204);
                var connector = calls()) {
            onEachConnection(broken, BrokenConnectionContract::reset);
            deliver(connector, url("http", broken.getLocalPort()));

            // When
            DeliveryResult result = deliver(connector, partner.url());

            // Then
            assertThat(result).isInstanceOf(Delivered.class);
        }
    }

    private static void assertTrouble(DeliveryResult result, String code) {
        assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
            assertThat(trouble.code()).isEqualTo(code);
            if (!Set.of("TIMEOUT", "TLS").contains(code)) {
                assertThat(trouble.inDoubt()).isEqualTo(!code.equals("CONNECT"));
            }
            assertThat(trouble.status()).isEmpty();
            assertThat(trouble.retryAfter()).isEmpty();
            assertThat(trouble.detail()).contains("127.0.0.1").doesNotContain("s3cr3t", "/hooks");
        });
    }

    private DeliveryResult deliver(OutboundCalls connector, URI url) {
        return connector.deliver(SampleNotices.delivery(SampleNotices.act(), address(url)));
    }

    private static URI url(String scheme, int port) {
        return URI.create(scheme + "://127.0.0.1:" + port + "/hooks/estafette?key=s3cr3t");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Only once the request is there: a reset before it may reach the caller while it still connects. */
    private static void reset(Socket accepted) throws IOException {
        assertThat(accepted.getInputStream().read()).isNotNegative();
        // closing with linger 0 sends RST instead of FIN
        accepted.setSoLinger(true, 0);
    }

    /** Reads to the caller's end: closing over unread bytes resets the connection, and the answer is lost with it. */
    private static void answerInClear(Socket accepted) throws IOException {
        assertThat(accepted.getInputStream().read(new byte[8192])).isPositive();
        accepted.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        // no end before the caller hangs up: it could be seen before what was said
        accepted.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private interface Behaviour {
        void show(Socket accepted) throws IOException;
    }

    /** Closes each connection afterwards; ends when the server is closed. */
    private static void onEachConnection(ServerSocket server, Behaviour behaviour) {
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try (Socket accepted = server.accept()) {
                    behaviour.show(accepted);
                } catch (IOException e) {
                    if (!server.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        });
    }
}
