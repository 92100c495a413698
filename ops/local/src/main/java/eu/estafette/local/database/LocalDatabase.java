package eu.estafette.local.database;

import eu.estafette.local.FolderLock;
import eu.estafette.local.Loopback;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A PostgreSQL server on loopback, data on disk, for this machine's users without a password. It ends with this JVM, also when
 * that is killed; should it live on all the same, the next start on its folder ends it first. What was committed is there then.
 */
public final class LocalDatabase implements AutoCloseable {

    static final String NAME = "estafette";

    private static final int ATTEMPTS = 3;

    private final FolderLock lock;
    private final Cluster cluster;
    private final LastWill will;
    private final int port;

    private LocalDatabase(FolderLock lock, Cluster cluster, LastWill will, int port) {
        this.lock = lock;
        this.cluster = cluster;
        this.will = will;
        this.port = port;
    }

    /**
     * Starts the server on the folder and returns when it accepts connections. A new folder gets the server's programs and an
     * empty database first; the start takes a few seconds longer then.
     *
     * @param data folder for this server alone
     * @throws IOException when the folder is in use or the server does not start; nothing runs on then
     */
    public static LocalDatabase start(Path data) throws IOException {
        var lock = FolderLock.take(data);
        try {
            var folder = data.toRealPath();
            var programs = Programs.unpack(folder.resolve("programs"));
            var cluster = new Cluster(folder, new Commands(programs, ServerUser.on(folder)));
            cluster.create();
            cluster.stopLeftOver();
            int port = start(cluster);
            return new LocalDatabase(lock, cluster, will(cluster), port);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw new IOException("The database on %s does not start: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Address of the database, its user included. */
    public String jdbcUrl() {
        return "jdbc:postgresql://%s:%d/%s?user=%s".formatted(Loopback.HOST, port, NAME, NAME);
    }

    /** Ends the open connections and stops the server. */
    @Override
    public void close() throws IOException {
        cluster.stop();
        will.close();
        lock.close();
    }

    private static int start(Cluster cluster) throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = Loopback.freePort();
            try {
                cluster.start(port);
                return port;
            } catch (IOException e) {
                // another process may have taken the port, or a killed server's last children may still be going
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static LastWill will(Cluster cluster) throws IOException {
        try {
            return LastWill.stop(cluster.postmaster());
        } catch (IOException e) {
            cluster.stop();
            throw e;
        }
    }
}
