package eu.estafette.kit.file;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A remote file that is written: here first, and sent when it is closed, because FTP has one file at a time on its way. */
final class FtpsOutput extends FilterOutputStream {

    private final Path local;
    private final Sending sending;
    private boolean closed;

    FtpsOutput(Sending sending) throws IOException {
        this(Files.createTempFile("estafette-out", ""), sending);
    }

    private FtpsOutput(Path local, Sending sending) throws IOException {
        super(Files.newOutputStream(local));
        this.local = local;
        this.sending = sending;
    }

    /** How it is sent. */
    interface Sending {
        void send(InputStream content) throws IOException;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try {
            super.close();
            try (InputStream content = Files.newInputStream(local)) {
                sending.send(content);
            }
        } finally {
            Files.deleteIfExists(local);
        }
    }
}
