package eu.estafette.kit.soap;

import eu.estafette.kit.soap.AnswerGuard.Taken;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.WebServiceException;
import jakarta.xml.ws.WebServiceFeature;
import jakarta.xml.ws.soap.AddressingFeature;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.transport.http.HTTPConduit;
import org.w3c.dom.Element;

/** One partner's service. Calls may be made at the same time; each blocks its thread for as long as the limits allow. */
public final class SoapService implements AutoCloseable {

    private static final String PER_THREAD = "thread.local.request.context";

    private final SoapAddress address;
    private final Dispatch<Source> dispatch;
    private final Client client;

    private SoapService(SoapAddress address, SoapStyle style, SoapLimits limits, InstantSource realTime) {
        this.address = address;
        QName name = new QName("urn:estafette:soap", "Service");
        Service service = Service.create(name);
        service.addPort(name, SOAPBinding.SOAP11HTTP_BINDING, address.url().toString());
        WebServiceFeature addressing = new AddressingFeature(style.addressing(), false);
        dispatch = service.createDispatch(name, Source.class, Service.Mode.PAYLOAD, addressing);
        dispatch.getRequestContext().put(PER_THREAD, "true");
        client = ((DispatchImpl<?>) dispatch).getClient();
        client.getInInterceptors().add(new AnswerGuard(address.host(), limits));
        client.getInFaultInterceptors().add(new AnswerGuard(address.host(), limits));
        if (style.signed()) {
            address.key().ifPresent(key -> client.getOutInterceptors().add(new RequestSigning(key, realTime)));
        }
    }

    static SoapService to(SoapAddress address, SoapStyle style, SoapLimits limits, InstantSource realTime)
            throws SoapCallException {
        var service = new SoapService(address, style, limits, realTime);
        try {
            Transport.set((HTTPConduit) service.client.getConduit(), address, limits);
            return service;
        } catch (IOException | GeneralSecurityException e) {
            service.close();
            throw new SoapCallException(
                    "KEYS", 0, "the key or trust store for " + address.host() + " cannot be read", false);
        }
    }

    /**
     * Asks.
     *
     * @param action SOAPAction; may be empty
     * @throws SoapCallException if no answer came, or none to go by
     */
    public SoapAnswer call(String action, Element payload) throws SoapCallException {
        var taken = new Taken();
        Map<String, Object> request = dispatch.getRequestContext();
        request.put(BindingProvider.SOAPACTION_USE_PROPERTY, true);
        request.put(BindingProvider.SOAPACTION_URI_PROPERTY, action);
        request.put(Taken.KEY, taken);
        try {
            dispatch.invoke(new DOMSource(payload));
        } catch (WebServiceException e) {
            throw Unanswered.of(e, address.host());
        } finally {
            request.remove(Taken.KEY); // it may hold what is known of a person
        }
        return taken.answer()
                .orElseThrow(() -> new SoapCallException(
                        "UNREADABLE", 0, "the answer of " + address.host() + " has nothing in it", true));
    }

    @Override
    public void close() {
        client.destroy();
    }
}
