package eu.estafette.kit.rig;

import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * A request as a partner checks it.
 *
 * @param valid       whether the signature and all digests are right
 * @param certificate that it came with
 * @param signed      local names of the elements that are signed
 */
public record SignedRequest(boolean valid, X509Certificate certificate, List<String> signed) {

    private static final String WSU =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd";

    /** @throws Exception if it is not signed at all */
    public static SignedRequest of(String envelope) throws Exception {
        Element root = XmlRecords.document(
                new ByteArrayInputStream(envelope.getBytes(StandardCharsets.UTF_8)), new XmlLimits(64, 1024 * 1024));
        byte[] encoded =
                Base64.getMimeDecoder().decode(one(root, "BinarySecurityToken").getTextContent());
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        var context = new DOMValidateContext(certificate.getPublicKey(), one(root, "Signature"));
        List<Element> identified = new ArrayList<>();
        NodeList all = root.getElementsByTagName("*");
        for (int at = 0; at < all.getLength(); at++) {
            if (all.item(at) instanceof Element element && element.hasAttributeNS(WSU, "Id")) {
                context.setIdAttributeNS(element, WSU, "Id");
                identified.add(element);
            }
        }
        XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        List<String> signed = new ArrayList<>();
        for (Reference reference : signature.getSignedInfo().getReferences()) {
            identified.stream()
                    .filter(element -> reference.getURI().equals("#" + element.getAttributeNS(WSU, "Id")))
                    .forEach(element -> signed.add(element.getLocalName()));
        }
        return new SignedRequest(signature.validate(context), certificate, signed);
    }

    private static Element one(Element root, String name) {
        if (root.getElementsByTagNameNS("*", name).item(0) instanceof Element found) {
            return found;
        }
        throw new IllegalArgumentException("the request has no " + name);
    }
}
