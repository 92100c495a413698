package eu.estafette.kit.xml;

import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A tree in the making, element within element, for an envelope to carry. What has no value is left out. Not thread-safe. */
public final class XmlTree {

    private static final DocumentBuilderFactory TREES = DocumentBuilderFactory.newDefaultInstance();

    private final Document document;
    private Element at;

    private XmlTree(Document document, Element root) {
        this.document = document;
        this.at = root;
    }

    /** @param root its name, with prefix */
    public static XmlTree of(String namespace, String root) {
        Document document = document();
        Element element = document.createElementNS(namespace, root);
        document.appendChild(element);
        return new XmlTree(document, element);
    }

    private static Document document() {
        try {
            return TREES.newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK makes plain trees", e);
        }
    }

    /** In the namespace of the element around it, and by its prefix. */
    public XmlTree begin(String name) {
        String prefix = at.getPrefix();
        return append(document.createElementNS(at.getNamespaceURI(), prefix == null ? name : prefix + ":" + name));
    }

    /**
     * In a namespace of its own.
     *
     * @param namespace null for none
     * @param name      with prefix
     */
    public XmlTree begin(@Nullable String namespace, String name) {
        return append(document.createElementNS(namespace, name));
    }

    private XmlTree append(Element element) {
        at.appendChild(element);
        at = element;
        return this;
    }

    public XmlTree end() {
        at = (Element) Objects.requireNonNull(at.getParentNode());
        return this;
    }

    /** @param name without namespace */
    public XmlTree attribute(String name, @Nullable Object value) {
        if (value != null) {
            at.setAttribute(name, value.toString());
        }
        return this;
    }

    public XmlTree text(Object value) {
        at.appendChild(document.createTextNode(value.toString()));
        return this;
    }

    /** An element with nothing but a text in it. */
    public XmlTree element(String name, @Nullable Object value) {
        return value == null ? this : begin(name).text(value).end();
    }

    /** The outermost element. */
    public Element root() {
        return document.getDocumentElement();
    }
}
