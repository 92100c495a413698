package eu.estafette.kit.soap.door;

import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import jakarta.xml.soap.MessageFactory;
import jakarta.xml.soap.Node;
import jakarta.xml.soap.SOAPBody;
import jakarta.xml.soap.SOAPConstants;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPHeader;
import jakarta.xml.soap.SOAPHeaderElement;
import jakarta.xml.soap.SOAPMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.namespace.QName;
import javax.xml.transform.dom.DOMSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Envelopes of SOAP 1.1, read with SAAJ once the XML is known to be harmless. */
final class Envelopes {

    private static final MessageFactory MESSAGES = messages();
    private static final String ENVELOPE = SOAPConstants.URI_NS_SOAP_1_1_ENVELOPE;

    /** Elements within elements. */
    static final int DEEPEST = 64;

    private Envelopes() {}

    private static MessageFactory messages() {
        try {
            return MessageFactory.newInstance(SOAPConstants.SOAP_1_1_PROTOCOL);
        } catch (SOAPException e) {
            throw new IllegalStateException("SAAJ is on the class path", e);
        }
    }

    /** What an envelope holds. */
    record Opened(Optional<Element> header, Element content) {}

    /**
     * Opens an envelope.
     *
     * @param understood header entries
     * @throws DoorFault if it is none, or cannot be taken as it is
     */
    static Opened open(byte[] envelope, Set<QName> understood, XmlLimits limits) {
        return open(envelope, limits, header -> refuseUnknown(header, understood));
    }

    /** One that was let in before. */
    static Opened openAgain(byte[] envelope) {
        return open(envelope, new XmlLimits(DEEPEST, envelope.length), header -> {});
    }

    private static Opened open(byte[] envelope, XmlLimits limits, Consumer<SOAPHeader> check) {
        Element root = parse(envelope, limits);
        if (!root.getLocalName().equals("Envelope")) {
            throw DoorFault.unreadable("is no SOAP envelope");
        }
        if (!ENVELOPE.equals(root.getNamespaceURI())) {
            throw DoorFault.otherVersion();
        }
        try {
            SOAPMessage message = MESSAGES.createMessage();
            message.getSOAPPart().setContent(new DOMSource(root.getOwnerDocument()));
            Optional<SOAPHeader> header = Optional.ofNullable(message.getSOAPHeader());
            header.ifPresent(check);
            return new Opened(header.map(Element.class::cast), content(message.getSOAPBody()));
        } catch (SOAPException e) {
            throw DoorFault.unreadable("is no SOAP 1.1 envelope");
        }
    }

    private static Element parse(byte[] envelope, XmlLimits limits) {
        try {
            return XmlRecords.document(new ByteArrayInputStream(envelope), limits);
        } catch (XmlRefusedException e) {
            throw DoorFault.unreadable(e);
        } catch (IOException e) {
            throw new IllegalStateException("memory is read without IO", e);
        }
    }

    private static void refuseUnknown(SOAPHeader header, Set<QName> understood) {
        Iterator<SOAPHeaderElement> entries = header.examineAllHeaderElements();
        while (entries.hasNext()) {
            SOAPHeaderElement entry = entries.next();
            if (entry.getMustUnderstand() && isForUs(entry) && !understood.contains(entry.getElementQName())) {
                throw DoorFault.notUnderstood();
            }
        }
    }

    private static boolean isForUs(SOAPHeaderElement entry) {
        String actor = entry.getActor();
        return actor == null || actor.isEmpty() || actor.equals(SOAPConstants.URI_SOAP_ACTOR_NEXT);
    }

    private static Element content(@Nullable SOAPBody body) throws SOAPException {
        if (body == null) {
            throw DoorFault.unreadable("has no body");
        }
        List<SOAPElement> elements = new ArrayList<>();
        for (Iterator<Node> nodes = body.getChildElements(); nodes.hasNext(); ) {
            if (nodes.next() instanceof SOAPElement element) {
                elements.add(element);
            }
        }
        if (elements.size() != 1) {
            throw DoorFault.unreadable("has " + elements.size() + " elements in its body instead of one");
        }
        return body.extractContentAsDocument().getDocumentElement();
    }

    static byte[] around(Element content) {
        return write(body -> body.addDocument(content.getOwnerDocument()));
    }

    /** @param code of SOAP 1.1, without prefix */
    static byte[] fault(String code, String sentence) {
        return write(body -> body.addFault(new QName(ENVELOPE, code), sentence));
    }

    private interface Filling {
        void into(SOAPBody body) throws SOAPException;
    }

    private static byte[] write(Filling filling) {
        try {
            SOAPMessage message = MESSAGES.createMessage();
            message.getSOAPHeader().detachNode();
            filling.into(message.getSOAPBody());
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toByteArray();
        } catch (SOAPException | IOException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }
}
