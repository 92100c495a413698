package eu.estafette.kit.xml;

import javax.xml.stream.XMLStreamException;

/** A document that is no XML, or none that is let in; nothing after the place where it was found out can be read. */
public final class XmlRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final String code;

    private XmlRefusedException(String code, String detail) {
        super(detail);
        this.code = code;
    }

    static XmlRefusedException withDtd() {
        return new XmlRefusedException("dtdRefused", "holds a document type definition or an entity of its own");
    }

    static XmlRefusedException tooDeep(XmlLimits limits) {
        return new XmlRefusedException("tooDeep", "has more than " + limits.depth() + " elements within each other");
    }

    static XmlRefusedException tooLarge(XmlLimits limits) {
        return new XmlRefusedException("tooLarge", "has an element of more than " + limits.element() + " bytes");
    }

    static XmlRefusedException otherRoot(String expected) {
        return new XmlRefusedException("otherRoot", "is not inside the element " + expected);
    }

    /** The parser's own words may quote the document, and stay out. */
    static XmlRefusedException broken(XMLStreamException e) {
        var at = e.getLocation();
        return new XmlRefusedException(
                "notWellFormed",
                at == null
                        ? "is no well-formed XML"
                        : "is no well-formed XML at line " + at.getLineNumber() + ", column " + at.getColumnNumber());
    }

    /** {@code dtdRefused}, {@code tooDeep}, {@code tooLarge}, {@code otherRoot}, {@code notWellFormed}. */
    public String code() {
        return code;
    }

    /** One sentence without its subject; quotes nothing of the document. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
