package eu.estafette.kit.rig;

import eu.estafette.kit.party.DeliveryAddress;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import jakarta.xml.ws.soap.SOAPFaultException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.cxf.Bus;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxws.EndpointImpl;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/** A partner's SOAP service: a CXF endpoint that answers as told and keeps what it was asked. */
public final class SoapPartner implements AutoCloseable {

    private static final QName SECURITY =
            new QName("http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd", "Security");

    private final Tomcat server = new Tomcat();
    private final Bus bus = new CXFBusFactory().createBus();
    private final RawExchange raw = new RawExchange();
    private final Optional<TestKeys> keys;
    private volatile UnaryOperator<String> replies = request -> "<nothing-is-told/>";

    /** Over HTTP. @param folder of its own */
    public SoapPartner(Path folder) throws IOException, LifecycleException {
        this(folder, Optional.empty());
    }

    /** @param keys over HTTPS, with the partner's certificate, and only for who has the hub's */
    public SoapPartner(Path folder, Optional<TestKeys> keys) throws IOException, LifecycleException {
        this.keys = keys;
        server.setBaseDir(folder.toString());
        server.setSilent(true);
        var connector = new Connector();
        connector.setPort(0);
        connector.setThrowOnFailure(true);
        connector.setProperty("address", "127.0.0.1");
        keys.ifPresent(known -> secure(connector, known));
        server.setConnector(connector);
        var context = server.addContext("", folder.toString());
        var servlet = new CXFNonSpringServlet();
        servlet.setBus(bus);
        var wrapper = Tomcat.addServlet(context, "cxf", servlet);
        wrapper.setLoadOnStartup(1);
        context.addServletMappingDecoded("/*", "cxf");
        raw.installIn(context);
        server.start();
        var endpoint = new EndpointImpl(bus, new Answering());
        endpoint.getInInterceptors().add(new Understanding());
        endpoint.publish("/service");
    }

    private static void secure(Connector connector, TestKeys keys) {
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("SSLEnabled", "true");
        var host = new SSLHostConfig();
        host.setCertificateVerification("required");
        host.setTruststoreFile(keys.ofHub().toString());
        host.setTruststorePassword(TestKeys.PASSWORD);
        host.setTruststoreType("PKCS12");
        var certificate = new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(keys.partner().toString());
        certificate.setCertificateKeystorePassword(TestKeys.PASSWORD);
        certificate.setCertificateKeystoreType("PKCS12");
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
    }

    /** What it says to each request, payload for payload; throws {@link #refusal} to answer with a fault. */
    public void says(UnaryOperator<String> toRequest) {
        replies = toRequest;
    }

    public void says(String always) {
        says(request -> always);
    }

    /** A SOAP fault. */
    public static RuntimeException refusal(String code, String text) {
        try {
            var fault = jakarta.xml.soap.SOAPFactory.newInstance()
                    .createFault(text, new QName("http://schemas.xmlsoap.org/soap/envelope/", code));
            return new SOAPFaultException(fault);
        } catch (jakarta.xml.soap.SOAPException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it does instead of answering as SOAP wants it, until {@link #answersAgain}. */
    public interface Breakdown {
        void answer(HttpServletResponse response) throws IOException;
    }

    public void breaksDown(Breakdown breakdown) {
        raw.instead = Optional.of(breakdown);
    }

    public void answersAgain() {
        raw.instead = Optional.empty();
    }

    /** Whole envelopes, as they came over the wire. */
    public List<String> requests() {
        return List.copyOf(raw.requests);
    }

    public String url() {
        return (keys.isPresent() ? "https" : "http") + "://127.0.0.1:"
                + server.getConnector().getLocalPort() + "/service";
    }

    /** As a party file would name it. */
    public DeliveryAddress address(String by, Map<String, String> more) {
        Map<String, List<String>> settings = new HashMap<>();
        settings.put("url", List.of(url()));
        more.forEach((key, value) -> settings.put(key, List.of(value)));
        return new DeliveryAddress(by, settings);
    }

    @Override
    public void close() throws LifecycleException {
        raw.end();
        server.stop();
        server.destroy();
        bus.shutdown(true);
    }

    @WebServiceProvider
    @ServiceMode(Service.Mode.PAYLOAD)
    final class Answering implements Provider<Source> {

        @Override
        public Source invoke(Source request) {
            return new StreamSource(new StringReader(replies.apply(Payloads.text(request))));
        }
    }

    /** The partner checks signatures itself. */
    private static final class Understanding extends AbstractSoapInterceptor {

        Understanding() {
            super(Phase.PRE_PROTOCOL);
        }

        @Override
        public Set<QName> getUnderstoodHeaders() {
            return Set.of(SECURITY);
        }

        @Override
        public void handleMessage(SoapMessage message) {}
    }
}
