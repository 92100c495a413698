package eu.estafette.kit.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;

/** Addresses over HTTP as a party's file gives them. Faults never repeat a value: it may hold a secret. */
public final class HttpUrl {

    private HttpUrl() {}

    /**
     * @param key    in the party's file
     * @param values what stands there
     * @return why it is not one address that can be called; empty if it is
     */
    public static Optional<String> fault(String key, List<String> values) {
        if (values.size() != 1) {
            return Optional.of(
                    quoted(key) + " is given " + values.size() + " times; give the one address that takes the notices");
        }
        URI url;
        try {
            url = new URI(values.getFirst());
        } catch (URISyntaxException e) {
            return Optional.of(quoted(key) + " is no URL");
        }
        if (!"https".equalsIgnoreCase(url.getScheme()) && !"http".equalsIgnoreCase(url.getScheme())) {
            return Optional.of(quoted(key) + " must begin with https:// or http://");
        }
        if (url.getHost() == null) {
            return Optional.of(quoted(key) + " names no host");
        }
        return url.getRawUserInfo() == null
                ? Optional.empty()
                : Optional.of(quoted(key) + " holds a user; the partner knows us otherwise, take the user out");
    }

    private static String quoted(String key) {
        return "\"" + key + "\"";
    }
}
