package eu.estafette.kit.rig;

import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** A partner's FTPS server, with the folders in, out and done. Takes files and lists over TLS only. */
public final class FtpsPartner implements FilePartner {

    private static final String LISTENER = "default";

    private final Path root;
    private final boolean implicit;
    private final TestCertificate certificate;
    private final FtpServer server;
    private final Listener listener;

    /**
     * @param folder   an empty one
     * @param implicit whether it speaks TLS from the first byte on
     */
    public FtpsPartner(Path folder, boolean implicit) throws IOException, GeneralSecurityException {
        this.implicit = implicit;
        root = Files.createDirectories(folder.resolve("served"));
        makeFolders();
        certificate = TestCertificate.in(folder);
        listener = listener();
        var factory = new FtpServerFactory();
        factory.addListener(LISTENER, listener);
        var user = new BaseUser();
        user.setName("partner");
        user.setPassword(PASSWORD);
        user.setHomeDirectory(root.toString());
        user.setAuthorities(List.of(new WritePermission()));
        try {
            factory.getUserManager().save(user);
            server = factory.createServer();
            server.start();
        } catch (FtpException e) {
            throw new IOException(e);
        }
    }

    private Listener listener() {
        var keys = new SslConfigurationFactory();
        keys.setKeystoreFile(certificate.store().toFile());
        keys.setKeystorePassword(TestCertificate.STORE_PASSWORD);
        keys.setKeystoreType("PKCS12");
        keys.setSslProtocol("TLSv1.3", "TLSv1.2");
        SslConfiguration tls = keys.createSslConfiguration();
        var data = new DataConnectionConfigurationFactory();
        data.setActiveEnabled(false);
        data.setImplicitSsl(true);
        data.setSslConfiguration(tls);
        var factory = new ListenerFactory();
        factory.setServerAddress("127.0.0.1");
        factory.setPort(0);
        factory.setImplicitSsl(implicit);
        factory.setSslConfiguration(tls);
        factory.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return factory.createListener();
    }

    @Override
    public DeliveryAddress address(String by) {
        return address(by, "certificate", certificate.fingerprint());
    }

    @Override
    public DeliveryAddress misledAddress(String by) {
        return address(by, "certificate", "SHA256:" + "0".repeat(64));
    }

    /** Believes whatever these have signed. */
    public DeliveryAddress addressByCa(String by, TestCertificate signer) {
        return address(by, "ca", signer.pem());
    }

    public TestCertificate certificate() {
        return certificate;
    }

    private DeliveryAddress address(String by, String proof, String value) {
        String scheme = implicit ? "ftps" : "ftpes";
        return new DeliveryAddress(
                by,
                Map.of(
                        "url",
                        List.of(scheme + "://partner@127.0.0.1:" + listener.getPort() + "/"),
                        proof,
                        List.of(value),
                        "password",
                        List.of(PASSWORD)));
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public void close() {
        server.stop();
    }
}
