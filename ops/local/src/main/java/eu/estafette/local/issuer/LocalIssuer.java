package eu.estafette.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.function.Supplier;

/**
 * What the issuer needs to know; a bean of this type turns {@link LocalIssuerConfiguration} into one.
 *
 * @param baseUrl where clients reach it, without a slash at the end; the {@code iss} of its tokens
 * @param data folder of its signing key: tokens outlive a restart on the same folder
 * @param parties ids of the parties that may have a token; asked at each request
 */
public record LocalIssuer(URI baseUrl, Path data, Supplier<? extends Collection<String>> parties) {

    /** The secret of every client; the local mode protects nothing. */
    public static final String SECRET = "local-secret";

    /** The client that is no party but the people at the desk. */
    public static final String OPERATOR = "operator";
}
