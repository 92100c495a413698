package eu.estafette.kit.xml;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a stream tag by tag, and makes trees of single elements. The JDK's own parser, whatever else is on the class path. */
final class ElementReader implements AutoCloseable {

    private static final XMLInputFactory PARSERS = parsers();
    private static final DocumentBuilderFactory TREES = DocumentBuilderFactory.newDefaultInstance();

    private final MeteredInput content;
    private final XMLStreamReader reader;
    private final XmlLimits limits;

    ElementReader(InputStream content, XmlLimits limits) throws IOException, XmlRefusedException {
        this.content = new MeteredInput(content, limits);
        this.limits = limits;
        try {
            reader = PARSERS.createXMLStreamReader(this.content);
        } catch (XMLStreamException e) {
            content.close();
            throw refused(e);
        }
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** On to the next tag: {@link XMLStreamConstants#START_ELEMENT}, {@code END_ELEMENT} or {@code END_DOCUMENT}. */
    int nextTag() throws IOException, XmlRefusedException {
        int event;
        do {
            event = next();
        } while (event != XMLStreamConstants.START_ELEMENT
                && event != XMLStreamConstants.END_ELEMENT
                && event != XMLStreamConstants.END_DOCUMENT);
        return event;
    }

    private int next() throws IOException, XmlRefusedException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw XmlRefusedException.withDtd();
            }
            return event;
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    private XmlRefusedException refused(XMLStreamException e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof MeteredInput.Exceeded) {
                return XmlRefusedException.tooLarge(limits);
            }
        }
        // the JDK's parser hides the cause of trouble with the stream in the nested exception only
        if (e.getNestedException() instanceof IOException trouble
                && !(trouble instanceof java.io.CharConversionException)) {
            if (trouble instanceof MeteredInput.Exceeded) {
                return XmlRefusedException.tooLarge(limits);
            }
            throw trouble;
        }
        return XmlRefusedException.broken(e);
    }

    /** The name of the element whose begin was read last, without prefix. */
    String name() {
        return reader.getLocalName();
    }

    /** What was read so far no longer counts against the limit. */
    void startAnew() {
        content.startAnew();
    }

    /**
     * The element whose begin was read last, to its end.
     *
     * @param outside how many elements it is in
     */
    Element element(int outside) throws IOException, XmlRefusedException {
        Document document = document();
        Node parent = document;
        int depth = outside;
        int event = XMLStreamConstants.START_ELEMENT;
        while (true) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > limits.depth()) {
                        throw XmlRefusedException.tooDeep(limits);
                    }
                    parent = parent.appendChild(begun(document));
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    parent.appendChild(document.createTextNode(reader.getText()));
                case XMLStreamConstants.END_ELEMENT -> {
                    parent.normalize();
                    if (--depth == outside) {
                        return document.getDocumentElement();
                    }
                    parent = java.util.Objects.requireNonNull(parent.getParentNode());
                }
                default -> {} // comments and instructions say nothing
            }
            event = next();
        }
    }

    private Element begun(Document document) {
        Element element = document.createElementNS(reader.getNamespaceURI(), qualified(reader.getPrefix(), name()));
        for (int at = 0; at < reader.getNamespaceCount(); at++) {
            String prefix = reader.getNamespacePrefix(at);
            element.setAttributeNS(
                    XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                    prefix == null ? "xmlns" : "xmlns:" + prefix,
                    reader.getNamespaceURI(at));
        }
        for (int at = 0; at < reader.getAttributeCount(); at++) {
            element.setAttributeNS(
                    reader.getAttributeNamespace(at),
                    qualified(reader.getAttributePrefix(at), reader.getAttributeLocalName(at)),
                    reader.getAttributeValue(at));
        }
        return element;
    }

    private static String qualified(@org.jspecify.annotations.Nullable String prefix, String name) {
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    private static Document document() {
        try {
            return TREES.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK makes plain trees", e);
        }
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
