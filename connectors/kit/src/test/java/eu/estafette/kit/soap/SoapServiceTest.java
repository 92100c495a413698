package eu.estafette.kit.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.estafette.kit.rig.SignedRequest;
import eu.estafette.kit.rig.SoapPartner;
import eu.estafette.kit.rig.TestKeys;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import java.io.ByteArrayInputStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class SoapServiceTest {

    private static final SoapStyle PLAIN = new SoapStyle(false, false);
    private static final SoapStyle SIGNED = new SoapStyle(true, true);
    private static final String ANSWER = "<a:Answer xmlns:a=\"urn:a\"><word>yes</word></a:Answer>";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final SoapConnections connections = connections(Duration.ofSeconds(20), 100_000);
    private SoapPartner partner;
    private Path folder;

    private static SoapConnections connections(Duration answer, int bytes) {
        return new SoapConnections(
                new SoapLimits(Duration.ofSeconds(5), answer, new XmlLimits(20, bytes)), InstantSource.system());
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        folder = temporary;
        partner = new SoapPartner(folder);
        partner.says(ANSWER);
    }

    @AfterEach
    void close() throws Exception {
        connections.close();
        partner.close();
    }

    private static Element xml(String text) throws Exception {
        return XmlRecords.document(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), XmlLimits.STANDARD);
    }

    private SoapAddress address(Map<String, String> more) {
        var address = partner.address("any", more);
        assertThat(SoapAddress.faultsOf(address)).isEmpty();
        return SoapAddress.of(address);
    }

    private SoapAnswer call(SoapConnections by) throws Exception {
        return by.to(address(Map.of()), PLAIN).call("urn:ask", xml("<a:Ask xmlns:a=\"urn:a\"><who>x</who></a:Ask>"));
    }

    private SoapCallException failure(SoapConnections by) {
        return catchThrowableOfType(SoapCallException.class, () -> call(by));
    }

    @Test
    void whatIsAskedArrivesAndTheAnswerComesBackAsItWas() throws Exception {
        // When
        SoapAnswer answer = call(connections);

        // Then
        assertThat(answer.content().getLocalName()).isEqualTo("Answer");
        assertThat(answer.content().getTextContent()).isEqualTo("yes");
        assertThat(new String(answer.envelope(), StandardCharsets.UTF_8)).contains("<word>yes</word>");
        assertThat(partner.requests()).singleElement().asString().contains("<who>x</who>");
    }

    @Test
    void aFaultIsKnownByItsCodeAndQuotesNothing() {
        // Given
        partner.says(request -> {
            throw SoapPartner.refusal("Client", "999990342 is not known here");
        });

        // When
        SoapCallException failure = failure(connections);

        // Then
        assertThat(failure.code()).isEqualTo("FAULT_Client");
        assertThat(failure.blamesRequest()).isTrue();
        assertThat(failure).hasMessageNotContaining("999990342");
    }

    @Test
    void whoTakesTooLongIsLeft() throws Exception {
        // Given
        var release = new CountDownLatch(1);
        partner.breaksDown(response -> {
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        try (var impatient = connections(Duration.ofMillis(300), 100_000)) {
            // When
            SoapCallException failure = failure(impatient);

            // Then
            assertThat(failure.code()).isEqualTo("TIMEOUT");
            assertThat(failure.inDoubt()).isTrue();
        } finally {
            release.countDown();
        }
    }

    @Test
    void anAnswerOverTheLimitIsNotReadFurther() {
        // Given
        partner.says("<a:Answer xmlns:a=\"urn:a\">" + "x".repeat(200_000) + "</a:Answer>");

        // Then
        assertThat(failure(connections).code()).isEqualTo("UNREADABLE");
    }

    @Test
    void anAnswerWithADoctypeIsRefused() {
        // Given
        partner.breaksDown(response -> {
            response.setContentType("text/xml");
            response.getWriter()
                    .write("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><s:Envelope xmlns:s=\"" + SOAP
                            + "\"><s:Body><a>&e;</a></s:Body></s:Envelope>");
        });

        // Then
        assertThat(failure(connections).code()).isEqualTo("UNREADABLE");
    }

    @Test
    void aStatusWithoutSoapIsToldAsStatus() {
        // Given
        partner.breaksDown(response -> response.sendError(503));

        // When
        SoapCallException failure = failure(connections);

        // Then
        assertThat(failure.code()).isEqualTo("HTTP_503");
        assertThat(failure.status()).hasValue(503);
        assertThat(failure.inDoubt()).isFalse();
    }

    @Test
    void whoIsNotThereIsNotConnected() throws Exception {
        // Given
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var nobody = new SoapAddress(
                java.net.URI.create("http://127.0.0.1:" + port + "/"), Optional.empty(), Optional.empty());

        // When
        var failure = catchThrowableOfType(
                SoapCallException.class, () -> connections.to(nobody, PLAIN).call("", xml("<a/>")));

        // Then
        assertThat(failure.code()).isEqualTo("CONNECT");
        assertThat(failure.inDoubt()).isFalse();
    }

    @Test
    void bodyTimestampAndHeadersAreSignedAndSaidByTheHubsCertificate() throws Exception {
        // Given
        var keys = TestKeys.in(folder);
        var address = address(Map.of("keyStore", keys.hub().toString(), "keyStorePassword", TestKeys.PASSWORD));

        // When
        connections.to(address, SIGNED).call("urn:ask", xml("<a:Ask xmlns:a=\"urn:a\"><who>x é</who></a:Ask>"));

        // Then
        String request = partner.requests().getFirst();
        SignedRequest signed = SignedRequest.of(request);
        assertThat(signed.valid()).isTrue();
        assertThat(signed.signed()).contains("Body", "Timestamp", "BinarySecurityToken", "Action", "To", "MessageID");
        assertThat(signed.certificate().getSubjectX500Principal().getName()).isEqualTo("CN=hub");
        assertThat(SignedRequest.of(request.replace("<who>x", "<who>y")).valid())
                .isFalse();
    }

    @Test
    void bothSidesKnowEachOtherByTheirCertificates() throws Exception {
        // Given
        var keys = TestKeys.in(folder);
        Path stranger = TestKeys.make(folder, "stranger", "EC");
        try (var secure = new SoapPartner(folder, Optional.of(keys))) {
            secure.says(ANSWER);
            Map<String, String> trust =
                    Map.of("trustStore", keys.ofPartner().toString(), "trustStorePassword", TestKeys.PASSWORD);

            // When
            SoapAnswer known =
                    connections.to(as(secure, keys.hub(), trust), PLAIN).call("", xml("<a/>"));
            var unknown = catchThrowableOfType(
                    SoapCallException.class,
                    () -> connections.to(as(secure, stranger, trust), PLAIN).call("", xml("<a/>")));
            var untrusted = catchThrowableOfType(SoapCallException.class, () -> connections
                    .to(as(secure, keys.hub(), Map.of()), PLAIN)
                    .call("", xml("<a/>")));

            // Then
            assertThat(known.content().getTextContent()).isEqualTo("yes");
            assertThat(unknown.code()).isIn("TLS", "CONNECTION_LOST");
            assertThat(untrusted.code()).isEqualTo("TLS");
        }
    }

    private static SoapAddress as(SoapPartner partner, Path key, Map<String, String> trust) {
        Map<String, String> settings = new java.util.HashMap<>(trust);
        settings.put("keyStore", key.toString());
        settings.put("keyStorePassword", TestKeys.PASSWORD);
        return SoapAddress.of(partner.address("any", settings));
    }
}
