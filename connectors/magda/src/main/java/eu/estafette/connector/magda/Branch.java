package eu.estafette.connector.magda;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An element of a request in the making. */
record Branch(Element element) {

    /** The outermost. */
    static Branch outermost(String namespace, String name) {
        Document document = document();
        Element root = document.createElementNS(namespace, "m:" + name);
        document.appendChild(root);
        return new Branch(root);
    }

    /** Another one in it, in no namespace. */
    Branch add(String name) {
        Element child = element.getOwnerDocument().createElementNS(null, name);
        element.appendChild(child);
        return new Branch(child);
    }

    /** Another one in it, that holds only text. */
    Branch text(String name, String text) {
        add(name).element.setTextContent(text);
        return this;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK makes plain trees", e);
        }
    }
}
