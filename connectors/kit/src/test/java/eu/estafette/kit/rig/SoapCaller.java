package eu.estafette.kit.rig;

import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.handler.MessageContext;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.w3c.dom.Element;

/** A partner who calls a door: with a CXF client, or byte by byte where no client would write what a test wants to send. */
public final class SoapCaller implements AutoCloseable {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI door;

    public SoapCaller(URI door) {
        this.door = door;
    }

    /** What came back over the wire. */
    public record Raw(int status, HttpResponse<String> answer) {

        public String body() {
            return answer.body();
        }

        public String header(String name) {
            return answer.headers().firstValue(name).orElse("");
        }

        /** {@code Client}, {@code Server}, …; empty if it is no fault. */
        public String faultCode() {
            return body().contains("faultcode>")
                    ? body().replaceFirst("(?s).*<faultcode>[^<:]*:?", "").replaceFirst("(?s)<.*", "")
                    : "";
        }
    }

    /** As CXF's own client does it. Throws what CXF throws. */
    public Element call(String token, String payload) {
        var name = new QName("urn:test", "Service");
        Service service = Service.create(name);
        service.addPort(name, SOAPBinding.SOAP11HTTP_BINDING, door.toString());
        Dispatch<Source> dispatch = service.createDispatch(name, Source.class, Service.Mode.PAYLOAD);
        Map<String, Object> context = ((BindingProvider) dispatch).getRequestContext();
        context.put(MessageContext.HTTP_REQUEST_HEADERS, Map.of("Authorization", List.of("Bearer " + token)));
        return xml(Payloads.text(dispatch.invoke(new StreamSource(new StringReader(payload)))));
    }

    public static String envelope(String header, String body) {
        return "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Header>" + header + "</s:Header><s:Body>" + body
                + "</s:Body></s:Envelope>";
    }

    public static String envelope(String body) {
        return envelope("", body);
    }

    public Raw post(String token, String envelope) {
        return post(token, "text/xml; charset=utf-8", envelope.getBytes(StandardCharsets.UTF_8));
    }

    /** @param token empty for none */
    public Raw post(String token, String type, byte[] body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(door).header("content-type", type).POST(BodyPublishers.ofByteArray(body));
        if (!token.isEmpty()) {
            request.header("authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Raw(answer.statusCode(), answer);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static Element xml(String text) {
        try {
            return XmlRecords.document(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), XmlLimits.STANDARD);
        } catch (IOException | XmlRefusedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
