package eu.estafette.kit.soap;

import org.w3c.dom.Element;

/**
 * What came back, with whatever HTTP status an answer may have that is no fault.
 *
 * @param envelope as it came
 * @param content  the one element of its body
 */
public record SoapAnswer(byte[] envelope, Element content) {

    /** Without what came: it may hold anything. */
    @Override
    public String toString() {
        return "SoapAnswer[" + content.getLocalName() + ", " + envelope.length + " bytes]";
    }
}
