package eu.estafette.kit.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import org.w3c.dom.Element;

/**
 * The elements directly under the outermost one, or within named containers there, as trees of their own, one after the other: a document may
 * be larger than memory. Not thread-safe.
 */
public final class XmlRecords implements AutoCloseable {

    private final ElementReader reader;
    private final Set<String> containers;
    private int inside = 1;
    private boolean ended;

    private XmlRecords(ElementReader reader, Set<String> containers) {
        this.reader = reader;
        this.containers = Set.copyOf(containers);
    }

    /** The same without containers. */
    public static XmlRecords open(InputStream content, String root, XmlLimits limits)
            throws IOException, XmlRefusedException {
        return open(content, root, Set.of(), limits);
    }

    /**
     * @param content    closed with this
     * @param root       name of the outermost element
     * @param containers names of elements under it that are no records themselves: what is in them is
     * @throws XmlRefusedException if it does not begin with that
     */
    public static XmlRecords open(InputStream content, String root, Set<String> containers, XmlLimits limits)
            throws IOException, XmlRefusedException {
        var records = new XmlRecords(new ElementReader(content, limits), containers);
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
        while (inside > 0) {
            reader.startAnew();
            if (reader.nextTag() == XMLStreamConstants.END_ELEMENT) {
                inside--;
            } else if (inside == 1 && containers.contains(reader.name())) {
                inside++;
            } else {
                return Optional.of(reader.element(inside));
            }
        }
        ended = true;
        reader.nextTag(); // what stands behind the end must be well-formed too
        return Optional.empty();
    }

    /** The name of a document's outermost element, without prefix. */
    public static String rootOf(InputStream content, XmlLimits limits) throws IOException, XmlRefusedException {
        try (var reader = new ElementReader(content, limits)) {
            reader.nextTag();
            return reader.name();
        }
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
