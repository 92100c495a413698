package eu.estafette.schemas.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.apache.kafka.common.config.ConfigException;

/** The addresses of a registry as configured. */
final class Addresses {

    private Addresses() {}

    static List<URI> of(List<String> urls) {
        List<URI> addresses =
                urls.stream().map(String::strip).map(Addresses::of).toList();
        if (addresses.isEmpty()) {
            throw new ConfigException(RegistryConfig.URL, urls, "must name at least one address");
        }
        return addresses;
    }

    static List<URI> withoutUserInfo(List<URI> urls) {
        return urls.stream()
                .map(url -> url.getRawUserInfo() == null
                        ? url
                        : URI.create(url.toString().replaceFirst("//[^@/]*@", "//")))
                .toList();
    }

    private static URI of(String url) {
        try {
            var address = new URI(url.replaceFirst("/+$", ""));
            if (address.getHost() == null || !List.of("http", "https").contains(address.getScheme())) {
                throw new ConfigException(RegistryConfig.URL, redacted(url), "must be an http or https address");
            }
            return address;
        } catch (URISyntaxException e) {
            throw new ConfigException(RegistryConfig.URL, redacted(url), "is no address: " + e.getReason());
        }
    }

    private static String redacted(String url) {
        return url.replaceFirst("//[^@/]*@", "//…@");
    }
}
