package eu.estafette.commands;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A path with the parameters of a call. */
final class Query {

    private final StringBuilder path;
    private boolean any;

    Query(String path) {
        this.path = new StringBuilder(path);
    }

    /** A part of a path: whatever is in it stays within that part. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Query with(String name, Optional<String> value) {
        value.ifPresent(text -> add(name + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8)));
        return this;
    }

    Query flag(String parameter, boolean set) {
        if (set) {
            add(parameter);
        }
        return this;
    }

    private void add(String parameter) {
        path.append(any ? '&' : '?').append(parameter);
        any = true;
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
