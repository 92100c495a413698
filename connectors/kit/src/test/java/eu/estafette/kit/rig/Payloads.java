package eu.estafette.kit.rig;

import java.io.StringWriter;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.stream.StreamResult;

/** Pieces of XML as text. */
final class Payloads {

    private Payloads() {}

    static String text(Source payload) {
        try {
            var printer = TransformerFactory.newDefaultInstance().newTransformer();
            printer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            var text = new StringWriter();
            printer.transform(payload, new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
