package eu.estafette.kit.soap;

/** Names of WS-Security 1.0 and its X.509 token profile. */
final class WsSecurity {

    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";

    static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
    static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
    static final String X509 = OASIS + "x509-token-profile-1.0#X509v3";
    static final String BASE64 = OASIS + "soap-message-security-1.0#Base64Binary";
    static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";

    private WsSecurity() {}
}
