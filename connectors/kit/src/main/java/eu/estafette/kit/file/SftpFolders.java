package eu.estafette.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Folders on an SFTP server. */
final class SftpFolders implements RemoteFolders {

    private final ClientSession session;
    private final SftpClient sftp;
    private final String base;

    /** @param session authenticated; closed with this */
    SftpFolders(ClientSession session, String base) throws IOException {
        this.session = session;
        this.sftp = SftpClientFactory.instance().createSftpClient(session);
        this.base = base;
    }

    @Override
    public List<RemoteFile> list(String folder) throws IOException {
        List<RemoteFile> files = new ArrayList<>();
        try {
            for (DirEntry entry : sftp.readDir(absolute(folder))) {
                Attributes attributes = entry.getAttributes();
                if (attributes.isRegularFile()) {
                    files.add(new RemoteFile(
                            entry.getFilename(),
                            attributes.getSize(),
                            attributes.getModifyTime().toInstant()));
                }
            }
        } catch (UncheckedIOException e) {
            // the iterator's way of failing
            throw e.getCause();
        }
        files.sort(Comparator.comparing(RemoteFile::name));
        return files;
    }

    @Override
    public boolean exists(String path) throws IOException {
        try {
            sftp.stat(absolute(path));
            return true;
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public InputStream read(String path) throws IOException {
        return sftp.read(absolute(path));
    }

    @Override
    public OutputStream write(String path) throws IOException {
        return SftpOutput.to(sftp, absolute(path));
    }

    /** Version 3 of the protocol, which most servers speak, renames onto no existing file. */
    @Override
    public void move(String from, String to) throws IOException {
        try {
            sftp.remove(absolute(to));
        } catch (SftpException e) {
            if (e.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
                throw e;
            }
        }
        sftp.rename(absolute(from), absolute(to));
    }

    private String absolute(String path) {
        return base.isEmpty() ? path : base + "/" + path;
    }

    @Override
    public void close() {
        // returns at once; the connection closes by itself
        session.close(true);
    }
}
