package eu.estafette.kit.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes one reply beside its name, and puts it under its name when it is whole. */
final class ReplyWriter implements AutoCloseable {

    private static final String UNFINISHED = ".part";

    private final RemoteFolders folders;
    private final Reply reply;
    private @Nullable OutputStream out;

    ReplyWriter(RemoteFolders folders, Reply reply) {
        this.folders = folders;
        this.reply = reply;
    }

    void write(byte[] text) throws IOException {
        if (text.length > 0) {
            open().write(text);
        }
    }

    private OutputStream open() throws IOException {
        if (out == null) {
            out = new BufferedOutputStream(folders.write(reply.path() + UNFINISHED));
            out.write(reply.begin());
        }
        return out;
    }

    void end(Reply.Summary summary) throws IOException {
        write(reply.end(summary));
        if (reply.isWrittenEmpty()) {
            open();
        }
        if (out != null) {
            close();
            folders.move(reply.path() + UNFINISHED, reply.path());
        }
    }

    Reply reply() {
        return reply;
    }

    @Override
    public void close() throws IOException {
        OutputStream open = out;
        out = null;
        if (open != null) {
            open.close();
        }
    }
}
