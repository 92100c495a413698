package eu.estafette.kit.file;

import java.util.Arrays;
import java.util.Optional;

/** How a server's folders are reached, as the scheme of the address says. The one place where what differs by it is told apart. */
public enum Protocol {
    SFTP("sftp", 22),
    /** FTP within TLS from the first byte on. */
    FTPS("ftps", 990),
    /** FTP that goes over to TLS before the user is named. */
    FTPES("ftpes", 21);

    private final String scheme;
    private final int port;

    Protocol(String scheme, int port) {
        this.scheme = scheme;
        this.port = port;
    }

    static Optional<Protocol> ofScheme(String scheme) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.scheme.equals(scheme))
                .findFirst();
    }

    /** Where servers of it listen by default. */
    int port() {
        return port;
    }

    boolean isTls() {
        return this != SFTP;
    }
}
