package eu.estafette.kit.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.CloseableHandle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;

/**
 * A remote file that is written, each piece answered before the next. The library's own stream leaves pieces on their way, and while one
 * waits for the window a second file on the same connection fails with "a write operation is already pending".
 */
final class SftpOutput extends OutputStream {

    /** What every server takes in one piece. */
    private static final int PIECE = 32 * 1024;

    private final SftpClient sftp;
    private final CloseableHandle file;
    private long written;

    private SftpOutput(SftpClient sftp, CloseableHandle file) {
        this.sftp = sftp;
        this.file = file;
    }

    /** What was there is gone. */
    static OutputStream to(SftpClient sftp, String path) throws IOException {
        return new BufferedOutputStream(
                new SftpOutput(sftp, sftp.open(path, OpenMode.Create, OpenMode.Write, OpenMode.Truncate)), PIECE);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE) {
            int piece = Math.min(PIECE, length - done);
            sftp.write(file, written, bytes, offset + done, piece);
            written += piece;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
