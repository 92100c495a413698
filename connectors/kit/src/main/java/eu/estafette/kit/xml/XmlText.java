package eu.estafette.kit.xml;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** XML written, element by element, in UTF-8. Escapes what must be; an element without a value is left out. Not thread-safe. */
public final class XmlText {

    private static final TransformerFactory PRINTERS = TransformerFactory.newDefaultInstance();
    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final XMLStreamWriter writer;

    /** A piece of a document, without its first line. */
    public XmlText() {
        try {
            writer = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** What stands before the outermost element. */
    public XmlText declaration() {
        return write(() -> writer.writeStartDocument("UTF-8", "1.0"));
    }

    public XmlText begin(String element) {
        return write(() -> writer.writeStartElement(element));
    }

    public XmlText end() {
        return write(writer::writeEndElement);
    }

    public XmlText element(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        return begin(name).write(() -> writer.writeCharacters(value.toString())).end();
    }

    public byte[] bytes() {
        write(writer::flush);
        return bytes.toByteArray();
    }

    /** An element as it would stand in a document. */
    public static byte[] of(Element element) {
        var target = new ByteArrayOutputStream();
        try {
            Transformer printer = PRINTERS.newTransformer();
            printer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            printer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            printer.transform(new DOMSource(element), new StreamResult(target));
            return target.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }

    private XmlText write(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("memory can always be written", e);
    }
}
