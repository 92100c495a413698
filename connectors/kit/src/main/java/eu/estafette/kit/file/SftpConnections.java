package eu.estafette.kit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.util.security.SecurityUtils;

/** Connects to partners' SFTP servers. Thread-safe. */
final class SftpConnections implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final SshClient client;

    SftpConnections() {
        client = SshClient.setUpDefaultClient();
        // answered per session, where it is known which key is expected
        client.setServerKeyVerifier((session, remote, key) -> {
            String expected = session.getConnectionContext().getAttribute(ServerKey.EXPECTED);
            return expected != null && KeyUtils.checkFingerPrint(expected, key).getKey();
        });
        client.start();
    }

    /** Without asking the server anything. */
    RemoteFolders.Connection to(FolderAddress address) {
        return () -> open(address);
    }

    private RemoteFolders open(FolderAddress address) throws IOException {
        ClientSession session;
        try {
            var connecting = client.connect(
                    address.url().getUserInfo(),
                    address.url().getHost(),
                    address.port(),
                    ServerKey.expecting(fingerprint(address)),
                    null);
            session = connecting.verify(PATIENCE).getSession();
        } catch (IOException e) {
            throw new IOException(address + " cannot be reached: " + e.getMessage(), e);
        }
        try {
            authenticate(session, address);
            return new SftpFolders(session, address.base());
        } catch (IOException | GeneralSecurityException e) {
            session.close(true);
            throw new IOException(
                    address + " does not let the hub in: the server's key is not " + fingerprint(address)
                            + ", or user, password or key are not its",
                    e);
        }
    }

    private static String fingerprint(FolderAddress address) {
        return switch (address.proof()) {
            case FolderAddress.ServerProof.Fingerprint(String text) -> text;
            case FolderAddress.ServerProof.Authority ignored ->
                throw new IllegalStateException("servers of SFTP have keys, not certificates");
        };
    }

    private static void authenticate(ClientSession session, FolderAddress address)
            throws IOException, GeneralSecurityException {
        address.password().ifPresent(session::addPasswordIdentity);
        if (address.key().isPresent()) {
            var pem = new ByteArrayInputStream(address.key().get().getBytes(StandardCharsets.UTF_8));
            Iterable<KeyPair> keys =
                    SecurityUtils.loadKeyPairIdentities(session, NamedResource.ofName("key"), pem, null);
            keys.forEach(session::addPublicKeyIdentity);
        }
        session.auth().verify(PATIENCE);
    }

    @Override
    public void close() {
        client.stop();
    }
}
