package eu.estafette.kit.soap;

import java.io.IOException;
import java.security.GeneralSecurityException;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;

/** HTTP/1.1 without redirects, in whole bodies, within time; TLS by the address's own stores. */
final class Transport {

    private Transport() {}

    static void set(HTTPConduit conduit, SoapAddress address, SoapLimits limits)
            throws IOException, GeneralSecurityException {
        var policy = new HTTPClientPolicy();
        policy.setVersion("1.1");
        policy.setConnectionTimeout(limits.connect().toMillis());
        policy.setReceiveTimeout(limits.answer().toMillis());
        policy.setAllowChunking(false);
        policy.setAutoRedirect(false);
        conduit.setClient(policy);
        if ("https".equals(address.url().getScheme())) {
            var tls = new TLSClientParameters();
            if (address.key().isPresent()) {
                tls.setKeyManagers(address.key().get().keyManagers());
            }
            if (address.trust().isPresent()) {
                tls.setTrustManagers(address.trust().get().trustManagers());
            }
            conduit.setTlsClientParameters(tls);
        }
    }
}
