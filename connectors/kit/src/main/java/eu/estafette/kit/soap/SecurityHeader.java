package eu.estafette.kit.soap;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The block {@code wsse:Security} of an envelope in the making. */
final class SecurityHeader {

    private final Element envelope;
    private final Element header;
    private final Element security;

    SecurityHeader(Element envelope) {
        this.envelope = envelope;
        this.header = header(envelope);
        // the digests are taken of the tree, which knows only the declarations that stand in it
        declare("wsse", WsSecurity.WSSE);
        declare("wsu", WsSecurity.WSU);
        security = add(header, WsSecurity.WSSE, "wsse:Security");
        security.setAttributeNS(WsSecurity.ENVELOPE, prefixOf(envelope) + "mustUnderstand", "1");
    }

    private void declare(String prefix, String namespace) {
        envelope.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
    }

    private static Element header(Element envelope) {
        if (child(envelope, "Header") instanceof Element present) {
            return present;
        }
        Element made = envelope.getOwnerDocument().createElementNS(WsSecurity.ENVELOPE, prefixOf(envelope) + "Header");
        envelope.insertBefore(made, envelope.getFirstChild());
        return made;
    }

    private static String prefixOf(Element envelope) {
        if (envelope.getPrefix() == null) {
            throw new IllegalArgumentException("an envelope without a prefix cannot have attributes of its namespace");
        }
        return envelope.getPrefix() + ":";
    }

    private static Node child(Element parent, String name) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (name.equals(child.getLocalName()) && WsSecurity.ENVELOPE.equals(child.getNamespaceURI())) {
                return child;
            }
        }
        return parent;
    }

    Element element() {
        return security;
    }

    Element token(X509Certificate certificate) throws CertificateEncodingException {
        Element token = add(security, WsSecurity.WSSE, "wsse:BinarySecurityToken");
        token.setAttribute("EncodingType", WsSecurity.BASE64);
        token.setAttribute("ValueType", WsSecurity.X509);
        token.setTextContent(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        identify(token, "X509");
        return token;
    }

    void timestamp(Instant created, Instant expires) {
        Element timestamp = add(security, WsSecurity.WSU, "wsu:Timestamp");
        add(timestamp, WsSecurity.WSU, "wsu:Created").setTextContent(DateTimeFormatter.ISO_INSTANT.format(created));
        add(timestamp, WsSecurity.WSU, "wsu:Expires").setTextContent(DateTimeFormatter.ISO_INSTANT.format(expires));
    }

    /** Gives every part that is to be signed an id: the body, each header, and what is in this one. */
    List<String> identifyParts() {
        List<Element> parts = new ArrayList<>();
        if (child(envelope, "Body") instanceof Element body && body != envelope) {
            parts.add(body);
        }
        parts.addAll(elementsOf(header));
        parts.remove(security);
        parts.addAll(elementsOf(security));
        List<String> ids = new ArrayList<>();
        for (Element part : parts) {
            String id = part.getAttributeNS(WsSecurity.WSU, "Id");
            ids.add(id.isEmpty() ? identify(part, part.getLocalName() + "-" + ids.size()) : id);
        }
        return ids;
    }

    private static List<Element> elementsOf(Element parent) {
        List<Element> elements = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }

    Element referenceTo(Element token) {
        Element reference = token.getOwnerDocument().createElementNS(WsSecurity.WSSE, "wsse:SecurityTokenReference");
        Element direct = add(reference, WsSecurity.WSSE, "wsse:Reference");
        direct.setAttribute("URI", "#" + token.getAttributeNS(WsSecurity.WSU, "Id"));
        direct.setAttribute("ValueType", WsSecurity.X509);
        return reference;
    }

    private static String identify(Element element, String id) {
        element.setAttributeNS(WsSecurity.WSU, "wsu:Id", id);
        element.setIdAttributeNS(WsSecurity.WSU, "Id", true);
        return id;
    }

    private static Element add(Element parent, String namespace, String name) {
        Element made = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(made);
        return made;
    }
}
