package eu.estafette.kit.xml;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** An XSD of ours that lies beside a class. Thread-safe. */
public final class XmlContract {

    private static final String CURRENT = "http://apache.org/xml/properties/dom/current-element-node";

    private final Schema schema;

    private XmlContract(Schema schema) {
        this.schema = schema;
    }

    /** @throws IllegalStateException if it is missing or no schema, which the build's tests find */
    public static XmlContract of(Class<?> beside, String name) {
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try (InputStream content = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return new XmlContract(factory.newSchema(new StreamSource(content)));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(name + " is no schema", e);
        }
    }

    /**
     * What an element breaks.
     *
     * @param element name of the element it was found at
     * @param rule    as XML Schema names it, such as {@code cvc-pattern-valid}; quotes nothing of the content
     */
    public record Breach(String element, String rule) {}

    /** All breaches; empty if it is as the schema wants it. */
    public List<Breach> breachesOf(Element element) {
        Validator validator = schema.newValidator();
        var breaches = new Breaches(validator);
        validator.setErrorHandler(breaches);
        try {
            validator.validate(new DOMSource(element));
        } catch (SAXException e) {
            breaches.found.add(new Breach(element.getTagName(), "cannot be validated"));
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory is read without IO", e);
        }
        return breaches.found;
    }

    private static final class Breaches implements ErrorHandler {

        private final Validator validator;
        private final List<Breach> found = new ArrayList<>();

        Breaches(Validator validator) {
            this.validator = validator;
        }

        private void add(SAXParseException e) throws SAXException {
            Node at = (Node) validator.getProperty(CURRENT);
            String message = String.valueOf(e.getMessage());
            String rule = message.startsWith("cvc-") ? message.replaceFirst("[:.].*", "") : "invalid";
            Breach breach = new Breach(at == null ? "" : at.getNodeName(), rule);
            // a type's breach is followed by that of the element which has it
            if (found.isEmpty() || !found.getLast().element().equals(breach.element())) {
                found.add(breach);
            }
        }

        @Override
        public void warning(SAXParseException e) {}

        @Override
        public void error(SAXParseException e) throws SAXException {
            add(e);
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            add(e);
        }
    }
}
