package eu.estafette.kit.rig;

import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server, with the folders in, out and done. */
public final class SftpPartner implements FilePartner {

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path root;
    private final String fingerprint;

    /** @param root an empty folder */
    public SftpPartner(Path root) throws IOException, GeneralSecurityException {
        this.root = root;
        makeFolders();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator((user, password, session) -> password.equals(PASSWORD));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        fingerprint = KeyUtils.getFingerPrint(
                server.getKeyPairProvider().loadKeys(null).iterator().next().getPublic());
    }

    @Override
    public DeliveryAddress address(String by) {
        return address(by, fingerprint);
    }

    @Override
    public DeliveryAddress misledAddress(String by) {
        return address(by, "SHA256:of-somebody-else");
    }

    private DeliveryAddress address(String by, String hostKey) {
        return new DeliveryAddress(
                by,
                Map.of(
                        "url", List.of("sftp://partner@127.0.0.1:" + server.getPort() + "/"),
                        "hostKey", List.of(hostKey),
                        "password", List.of(PASSWORD)));
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
