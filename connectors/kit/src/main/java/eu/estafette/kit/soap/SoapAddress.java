package eu.estafette.kit.soap;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a partner's service is, and by what both sides know each other. Settings: {@code url}; {@code keyStore} with
 * {@code keyStorePassword}, the hub's key and certificate, for TLS and for signing; {@code trustStore} with {@code trustStorePassword},
 * whom the hub trusts, absent: whom the JDK trusts. Stores are PKCS#12 files.
 */
public record SoapAddress(URI url, Optional<KeyStoreFile> key, Optional<KeyStoreFile> trust) {

    /** The settings' names. */
    public static final Set<String> KEYS =
            Set.of("url", "keyStore", "keyStorePassword", "trustStore", "trustStorePassword");

    /** One sentence each; empty if the settings can be used. Other keys than these are the connector's business. */
    public static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>();
        Optional<URI> url = url(address);
        if (url.isEmpty()) {
            faults.add("\"url\" must be one address of a SOAP service such as https://suwinet.example/ikv");
        }
        store(address, "keyStore").flatMap(KeyStoreFile::fault).ifPresent(fault -> faults.add("\"keyStore\" " + fault));
        store(address, "trustStore")
                .flatMap(KeyStoreFile::fault)
                .ifPresent(fault -> faults.add("\"trustStore\" " + fault));
        return faults;
    }

    /** @param address one without faults */
    public static SoapAddress of(DeliveryAddress address) {
        return new SoapAddress(url(address).orElseThrow(), store(address, "keyStore"), store(address, "trustStore"));
    }

    private static Optional<URI> url(DeliveryAddress address) {
        return address.setting("url").flatMap(text -> {
            try {
                URI url = URI.create(text);
                boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
                return web && url.getHost() != null && url.getUserInfo() == null ? Optional.of(url) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<KeyStoreFile> store(DeliveryAddress address, String key) {
        return address.setting(key)
                .map(path ->
                        new KeyStoreFile(path, address.setting(key + "Password").orElse("")));
    }

    /** Scheme, host and port. */
    public String host() {
        return HttpCalls.host(url);
    }

    @Override
    public String toString() {
        return host();
    }
}
