package eu.estafette.kit.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * A remote file that is read. That it ended says nothing in FTP, as a connection that broke ends the same way: only the server's word
 * afterwards tells whether the file was whole.
 */
final class FtpsInput extends FilterInputStream {

    private final FTPSClient client;
    private final String path;
    private boolean ended;
    private boolean closed;

    FtpsInput(InputStream content, FTPSClient client, String path) {
        super(content);
        this.client = client;
        this.path = path;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        ended = ended || read < 0;
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        ended = ended || read < 0;
        return read;
    }

    /** @throws IOException if it was read to its end, and the server says that that was not all */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        super.close();
        if (!client.completePendingCommand() && ended) {
            throw new IOException(path + ": " + FtpsFolders.reply(client));
        }
    }
}
