package eu.estafette.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders on an FTPS server. One file at a time is on its way: what is written lies here until it is whole. */
final class FtpsFolders implements RemoteFolders {

    private static final Logger log = LoggerFactory.getLogger(FtpsFolders.class);
    private static final String EXACT_LIST = "MLST";

    private final FTPSClient client;
    private final String base;

    /** @param client logged in; closed with this */
    FtpsFolders(FTPSClient client, String base) {
        this.client = client;
        this.base = base;
    }

    @Override
    public List<RemoteFile> list(String folder) throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        for (FTPFile file : entries(absolute(folder))) {
            if (file != null && file.isFile() && !file.getName().contains("/")) {
                files.add(new RemoteFile(file.getName(), file.getSize(), file.getTimestampInstant()));
            }
        }
        files.sort(Comparator.comparing(RemoteFile::name));
        return files;
    }

    /** Where a server has it, by the list whose form is fixed; of a folder that is not there, some servers give an empty one. */
    private FTPFile[] entries(String folder) throws IOException {
        String home = client.printWorkingDirectory();
        if (home == null || !client.changeWorkingDirectory(folder)) {
            throw failed(folder);
        }
        try {
            FTPFile[] entries = client.hasFeature(EXACT_LIST) ? client.mlistDir() : client.listFiles();
            if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
                throw failed(folder);
            }
            return entries;
        } finally {
            client.changeWorkingDirectory(home);
        }
    }

    @Override
    public boolean exists(String path) throws IOException {
        int code = client.size(absolute(path));
        if (code == FTPReply.FILE_UNAVAILABLE) {
            return false;
        }
        if (!FTPReply.isPositiveCompletion(code)) {
            throw failed(path);
        }
        return true;
    }

    @Override
    public InputStream read(String path) throws IOException {
        InputStream content = client.retrieveFileStream(absolute(path));
        if (content == null) {
            throw failed(path);
        }
        return new FtpsInput(content, client, path);
    }

    @Override
    public OutputStream write(String path) throws IOException {
        return new FtpsOutput(content -> {
            if (!client.storeFile(absolute(path), content)) {
                throw failed(path);
            }
        });
    }

    @Override
    public void move(String from, String to) throws IOException {
        if (exists(to) && !client.deleteFile(absolute(to))) {
            throw failed(to);
        }
        if (!client.rename(absolute(from), absolute(to))) {
            throw failed(from);
        }
    }

    private String absolute(String path) {
        return base.isEmpty() ? path : base + "/" + path;
    }

    private IOException failed(String path) {
        return new IOException(path + ": " + reply(client));
    }

    /** The server's last words, in one line. */
    static String reply(FTPSClient client) {
        return String.valueOf(client.getReplyString()).strip().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        disconnect(client);
    }

    static void disconnect(FTPSClient client) {
        try {
            if (client.isConnected()) {
                client.disconnect();
            }
        } catch (IOException e) {
            log.atDebug().setCause(e).log("an FTPS connection did not close well; nothing is left to be done on it");
        }
    }
}
