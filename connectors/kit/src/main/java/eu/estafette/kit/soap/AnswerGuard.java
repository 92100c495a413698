package eu.estafette.kit.soap;

import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads an answer before anything else does: whole, within the limits, with nothing in it that would be fetched. */
final class AnswerGuard extends AbstractPhaseInterceptor<Message> {

    private static final int OK = 200;

    private final String host;
    private final SoapLimits limits;

    AnswerGuard(String host, SoapLimits limits) {
        super(Phase.RECEIVE);
        this.host = host;
        this.limits = limits;
    }

    @Override
    public void handleMessage(Message message) {
        int status = message.get(Message.RESPONSE_CODE) instanceof Integer code ? code : 0;
        try {
            SoapAnswer answer = read(message.getContent(InputStream.class), status);
            if (message.getExchange().getOutMessage().get(Taken.KEY) instanceof Taken taken) {
                taken.answer = Optional.of(answer);
            }
            message.setContent(InputStream.class, new ByteArrayInputStream(answer.envelope()));
        } catch (IOException e) {
            throw new Fault(e);
        }
    }

    private SoapAnswer read(InputStream content, int status) throws IOException {
        byte[] envelope = content.readNBytes(limits.content().element() + 1);
        if (envelope.length > limits.content().element()) {
            throw unreadable(status, "is larger than " + limits.content().element() + " bytes");
        }
        try {
            Element root = XmlRecords.document(new ByteArrayInputStream(envelope), limits.content());
            Element body = inEnvelope(root, "Body")
                    .filter(found -> "Envelope".equals(root.getLocalName()))
                    .orElseThrow(() -> unreadable(status, "is no SOAP 1.1 envelope"));
            Element first = firstElement(body).orElseThrow(() -> unreadable(status, "has nothing in its body"));
            if (WsSecurity.ENVELOPE.equals(first.getNamespaceURI()) && "Fault".equals(first.getLocalName())) {
                throw fault(first, status);
            }
            return new SoapAnswer(envelope, first);
        } catch (XmlRefusedException e) {
            throw unreadable(status, e.detail());
        }
    }

    /** Only the code: what is said beside it may quote the request. */
    private SoapCallException fault(Element fault, int status) {
        String code = "";
        for (Node child = fault.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("faultcode".equals(child.getLocalName())) {
                code = child.getTextContent().strip().replaceFirst("^.*:", "").replaceAll("[^A-Za-z0-9._-]", "");
            }
        }
        String said = code.isEmpty() ? "Server" : code.length() > 40 ? code.substring(0, 40) : code;
        return new SoapCallException("FAULT_" + said, status, host + " answered with the SOAP fault " + said, true);
    }

    private SoapCallException unreadable(int status, String why) {
        return status == 0 || status == OK
                ? new SoapCallException("UNREADABLE", status, "the answer of " + host + " " + why, true)
                : new SoapCallException("HTTP_" + status, status, host + " answered " + status, true);
    }

    private static Optional<Element> inEnvelope(Element root, String name) {
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && name.equals(element.getLocalName())
                    && WsSecurity.ENVELOPE.equals(element.getNamespaceURI())) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    private static Optional<Element> firstElement(Element body) {
        for (Node child = body.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /** Where a call finds what came back. */
    static final class Taken {

        static final String KEY = Taken.class.getName();

        private Optional<SoapAnswer> answer = Optional.empty();

        Optional<SoapAnswer> answer() {
            return answer;
        }
    }
}
