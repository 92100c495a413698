package eu.estafette.kit.file;

import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a partner's folders are, as its party file says: {@code url: sftp://user@host:port/path}, {@code ftps://} or {@code ftpes://}; how the
 * server proves who it is ({@code hostKey}, or {@code certificate} or {@code ca}); and {@code password} or, for SFTP, {@code key} (a private
 * key in PEM form), usually by {@code env:NAME}.
 *
 * @param proof as {@link FolderAddressFaults} wants it for the protocol
 */
public record FolderAddress(
        Protocol protocol, URI url, ServerProof proof, Optional<String> password, Optional<String> key) {

    static final String HOST_KEY = "hostKey";
    static final String CERTIFICATE = "certificate";
    static final String CA = "ca";

    /** What a party file may say of it. */
    public static final Set<String> KEYS = Set.of("url", HOST_KEY, CERTIFICATE, CA, "password", "key");

    /** How a server shows that it is the one that is meant. */
    public sealed interface ServerProof {

        /** By one key or certificate and no other; {@code SHA256:...}. */
        record Fingerprint(String text) implements ServerProof {}

        /** By a certificate for its host name, signed by one of these; PEM. */
        record Authority(String pem) implements ServerProof {}
    }

    /** @throws IllegalArgumentException if it has faults */
    public static FolderAddress of(DeliveryAddress address) {
        if (!faultsOf(address).isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faultsOf(address)));
        }
        URI url = URI.create(address.setting("url").orElseThrow());
        return new FolderAddress(
                Protocol.ofScheme(url.getScheme()).orElseThrow(),
                url,
                proof(address),
                address.setting("password"),
                address.setting("key"));
    }

    private static ServerProof proof(DeliveryAddress address) {
        return address.setting(HOST_KEY)
                .or(() -> address.setting(CERTIFICATE))
                .<ServerProof>map(ServerProof.Fingerprint::new)
                .orElseGet(() -> new ServerProof.Authority(address.setting(CA).orElseThrow()));
    }

    /** One sentence each. */
    public static List<String> faultsOf(DeliveryAddress address) {
        return FolderAddressFaults.of(address);
    }

    /** Empty unless the text names a user and a host and no password. */
    static Optional<Protocol> protocolOf(String text) {
        try {
            URI url = new URI(text);
            String user = url.getUserInfo();
            boolean whole = url.getHost() != null && user != null && !user.isEmpty() && !user.contains(":");
            return Optional.ofNullable(url.getScheme()).filter(scheme -> whole).flatMap(Protocol::ofScheme);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    public int port() {
        return url.getPort() < 0 ? protocol.port() : url.getPort();
    }

    /** The folder all paths start from; empty for the user's own. */
    public String base() {
        String path = url.getPath();
        return path.equals("/") ? "" : path.replaceFirst("/$", "");
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return url.getHost() + ":" + port();
    }
}
