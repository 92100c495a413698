package eu.estafette.kit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * The folders that one partner shares with the hub, over one connection. Paths are relative to where its address points. Not thread-safe.
 */
public interface RemoteFolders extends AutoCloseable {

    /** Plain files only, by name. A folder that is not there is a fault. */
    List<RemoteFile> list(String folder) throws IOException;

    boolean exists(String path) throws IOException;

    InputStream read(String path) throws IOException;

    /** What was there is gone. The folder must be there. */
    OutputStream write(String path) throws IOException;

    /** What was under the new name is gone. */
    void move(String from, String to) throws IOException;

    @Override
    void close();

    /** How to come to them. */
    @FunctionalInterface
    interface Connection {

        /** @throws IOException naming the host and what was wrong, never a secret */
        RemoteFolders open() throws IOException;
    }
}
