package eu.estafette.kit.rig;

import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A partner's SFTP server, with the folders in, out and done. */
public final class SftpPartner implements AutoCloseable {

    private static final String PASSWORD = "partner-secret";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path root;
    private final String fingerprint;

    /** @param root an empty folder */
    public SftpPartner(Path root) throws IOException, GeneralSecurityException {
        this.root = root;
        for (String folder : List.of("in", "out", "done")) {
            Files.createDirectories(root.resolve(folder));
        }
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

    /** As a party file would name it. */
    public DeliveryAddress address(String by) {
        return address(by, fingerprint);
    }

    public DeliveryAddress address(String by, String hostKey) {
        return new DeliveryAddress(
                by,
                Map.of(
                        "url", List.of("sftp://partner@127.0.0.1:" + server.getPort() + "/"),
                        "hostKey", List.of(hostKey),
                        "password", List.of(PASSWORD)));
    }

    public void put(String path, byte[] content) throws IOException {
        Files.write(root.resolve(path), content);
    }

    public void put(String path, String content) throws IOException {
        put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    public String read(String path) throws IOException {
        return Files.readString(root.resolve(path));
    }

    public Path path(String path) {
        return root.resolve(path);
    }

    /** Names only. */
    public List<String> list(String folder) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
