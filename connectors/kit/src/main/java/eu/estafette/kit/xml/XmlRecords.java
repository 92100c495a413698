package eu.estafette.kit.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import org.w3c.dom.Element;

/**
 * The elements directly under the outermost one, as trees of their own, one after the other: a document may be larger than memory. Not
 * thread-safe.
 */
public final class XmlRecords implements AutoCloseable {

    private final ElementReader reader;
    private boolean ended;

    private XmlRecords(ElementReader reader) {
        this.reader = reader;
    }

    /**
     * @param content closed with this
     * @param root    name of the outermost element
     * @throws XmlRefusedException if it does not begin with that
     */
    public static XmlRecords open(InputStream content, String root, XmlLimits limits)
            throws IOException, XmlRefusedException {
        var records = new XmlRecords(new ElementReader(content, limits));
        try {
            if (records.reader.nextTag() != XMLStreamConstants.START_ELEMENT
                    || !records.reader.name().equals(root)) {
                throw XmlRefusedException.otherRoot(root);
            }
            return records;
        } catch (XmlRefusedException | IOException | RuntimeException e) {
            records.close();
            throw e;
        }
    }

    /** The next one; empty when the document has come to its end. */
    public Optional<Element> next() throws IOException, XmlRefusedException {
        if (ended) {
            return Optional.empty();
        }
        reader.startAnew();
        if (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            return Optional.of(reader.element(1));
        }
        ended = true;
        reader.nextTag(); // what stands behind the end must be well-formed too
        return Optional.empty();
    }

    /** A whole document. */
    public static Element document(InputStream content, XmlLimits limits) throws IOException, XmlRefusedException {
        try (var reader = new ElementReader(content, limits)) {
            reader.nextTag();
            Element element = reader.element(0);
            reader.nextTag();
            return element;
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
