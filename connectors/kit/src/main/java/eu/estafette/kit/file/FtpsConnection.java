package eu.estafette.kit.file;

import java.io.IOException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/** Opens a connection to an FTPS server: files travel as protected as words do, and the hub opens every connection itself. */
final class FtpsConnection {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MILLIS = Math.toIntExact(PATIENCE.toMillis());

    private FtpsConnection() {}

    static RemoteFolders open(FolderAddress address) throws IOException {
        FTPSClient client = new FTPSClient(address.protocol() == Protocol.FTPS, TrustedServers.of(address.proof()));
        // a pinned certificate needs no name
        client.setEndpointCheckingEnabled(address.proof() instanceof FolderAddress.ServerProof.Authority);
        client.setConnectTimeout(MILLIS);
        client.setDefaultTimeout(MILLIS);
        client.setDataTimeout(PATIENCE);
        client.setControlEncoding("UTF-8");
        try {
            connect(client, address);
            client.setSoTimeout(MILLIS);
            logIn(client, address);
            return new FtpsFolders(client, address.base());
        } catch (IOException | RuntimeException e) {
            FtpsFolders.disconnect(client);
            throw e;
        }
    }

    private static void connect(FTPSClient client, FolderAddress address) throws IOException {
        try {
            client.connect(address.url().getHost(), address.port());
        } catch (SSLException e) {
            throw new IOException(
                    address + " cannot be trusted: its certificate is not the one that \"certificate\" or \"ca\" stands"
                            + " for, or it speaks no TLS there (ftps:// begins with it, ftpes:// goes over to it)",
                    e);
        } catch (IOException e) {
            throw new IOException(address + " cannot be reached: " + e.getMessage(), e);
        }
        if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
            throw new IOException(address + " takes no connections now: " + FtpsFolders.reply(client));
        }
    }

    private static void logIn(FTPSClient client, FolderAddress address) throws IOException {
        if (!client.login(address.url().getUserInfo(), address.password().orElseThrow())) {
            throw new IOException(address + " does not let the hub in: user or password are not its");
        }
        client.execPBSZ(0);
        client.execPROT("P");
        client.enterLocalPassiveMode();
        if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
            throw new IOException(address + " sends no files as they are: " + FtpsFolders.reply(client));
        }
    }
}
