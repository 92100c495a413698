package eu.estafette.kit.file;

import eu.estafette.schemas.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Optional;

/**
 * The one certificate that a server may show.
 *
 * @param sha256 of the certificate in DER form, 64 hex digits, small letters
 */
record CertificatePin(String sha256) {

    private static final String PREFIX = "SHA256:";

    /** @param text {@code SHA256:} and hex digits, with or without colons between them */
    static Optional<CertificatePin> of(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String digits = text.substring(PREFIX.length()).replace(":", "").toLowerCase(Locale.ROOT);
        return Optional.of(digits).filter(hex -> hex.matches("[0-9a-f]{64}")).map(CertificatePin::new);
    }

    boolean isOf(X509Certificate certificate) throws CertificateEncodingException {
        return sha256.equals(Sha256.hex(certificate.getEncoded()));
    }
}
