package eu.estafette.kit.soap;

import eu.estafette.kit.soap.KeyStoreFile.Identity;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.SignedInfo;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Signs a request as WS-Security 1.0 wants it: the body, every header and a timestamp; the certificate goes along. Exclusive
 * canonicalization, SHA-256.
 */
final class EnvelopeSignature {

    private static final int MINUTES_VALID = 5;

    private final XMLSignatureFactory signatures = XMLSignatureFactory.getInstance("DOM");

    /** @param now real time: the partner compares it with its own clock */
    void sign(Element envelope, Identity signer, Instant now)
            throws GeneralSecurityException, MarshalException, XMLSignatureException {
        var header = new SecurityHeader(envelope);
        Element token = header.token(signer.certificate());
        header.timestamp(now.truncatedTo(ChronoUnit.MILLIS), now.plus(MINUTES_VALID, ChronoUnit.MINUTES));
        List<Reference> references = new ArrayList<>();
        for (String id : header.identifyParts()) {
            references.add(signatures.newReference(
                    "#" + id,
                    signatures.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(signatures.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null));
        }
        SignedInfo info = signatures.newSignedInfo(
                signatures.newCanonicalizationMethod(CanonicalizationMethod.EXCLUSIVE, noParameters()),
                signatures.newSignatureMethod(methodFor(signer), null),
                references);
        var key = signatures.getKeyInfoFactory().newKeyInfo(List.of(new DOMStructure(header.referenceTo(token))));
        var context = new DOMSignContext(signer.key(), header.element());
        context.setDefaultNamespacePrefix("ds");
        signatures.newXMLSignature(info, key).sign(context);
    }

    private static @Nullable C14NMethodParameterSpec noParameters() {
        return null;
    }

    private static String methodFor(Identity signer) {
        return signer.key().getAlgorithm().equals("EC")
                ? "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
                : SignatureMethod.RSA_SHA256;
    }
}
