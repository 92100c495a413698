package eu.estafette.connector.suwinet;

import eu.estafette.kit.soap.SoapAddress;
import eu.estafette.kit.soap.SoapAnswer;
import eu.estafette.kit.soap.SoapCallException;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapStyle;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The operation {@code UWVPersoonsIkvInfo}. Its children are in no namespace. */
record IkvService(SoapConnections connections, SoapAddress address) {

    static final String NAMESPACE = "http://bkwi.nl/SuwiML/Diensten/UWVDossierInkomstenGSD/v0200";

    private static final String OPERATION = "UWVPersoonsIkvInfo";
    private static final String ACTION =
            "http://bkwi.nl/SuwiML/Diensten/UWVDossierInkomstenGSD-v0200/UWVPersoonsIkvInfo";
    private static final SoapStyle STYLE = new SoapStyle(true, true);

    SoapAnswer ask(String number) throws SoapCallException {
        return connections.to(address, STYLE).call(ACTION, request(number));
    }

    /** No period is named: it would limit what is told of wages, and nobody says that it limits nothing else. */
    static Element request(String number) {
        Document document = document();
        Element request = document.createElementNS(NAMESPACE, "ikv:" + OPERATION);
        document.appendChild(request);
        Element person = document.createElementNS(null, "Burgerservicenr");
        person.setTextContent(number);
        request.appendChild(person);
        return request;
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
