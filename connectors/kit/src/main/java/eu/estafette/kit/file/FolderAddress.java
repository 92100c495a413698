package eu.estafette.kit.file;

import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a partner's folders are, as its party file says: {@code url: sftp://user@host:port/path}, {@code hostKey} (the server's fingerprint,
 * {@code SHA256:...}), and {@code password} or {@code key} (a private key in PEM form), usually by {@code env:NAME}.
 */
public record FolderAddress(URI url, String hostKey, Optional<String> password, Optional<String> key) {

    /** What a party file may say of it. */
    public static final Set<String> KEYS = Set.of("url", "hostKey", "password", "key");

    private static final int SFTP_PORT = 22;

    /** @throws IllegalArgumentException if it has faults */
    public static FolderAddress of(DeliveryAddress address) {
        if (!faultsOf(address).isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faultsOf(address)));
        }
        return new FolderAddress(
                URI.create(address.setting("url").orElseThrow()),
                address.setting("hostKey").orElseThrow(),
                address.setting("password"),
                address.setting("key"));
    }

    /** One sentence each. */
    public static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>();
        if (address.setting("url").filter(FolderAddress::isSftp).isEmpty()) {
            faults.add("\"url\" must be sftp://user@host:port/path, without a password in it");
        }
        if (address.setting("hostKey").filter(key -> key.startsWith("SHA256:")).isEmpty()) {
            faults.add(
                    "\"hostKey\" must be the fingerprint of the server's key, SHA256:...; without it anybody could be that server");
        }
        if (address.setting("password").isEmpty() == address.setting("key").isEmpty()) {
            faults.add("one of \"password\" and \"key\" is needed, and only one");
        }
        return faults;
    }

    private static boolean isSftp(String text) {
        try {
            URI url = new URI(text);
            String user = url.getUserInfo();
            return "sftp".equals(url.getScheme())
                    && url.getHost() != null
                    && user != null
                    && !user.isEmpty()
                    && !user.contains(":");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    public int port() {
        return url.getPort() < 0 ? SFTP_PORT : url.getPort();
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
