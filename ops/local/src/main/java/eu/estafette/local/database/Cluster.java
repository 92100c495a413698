package eu.estafette.local.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** PostgreSQL's data and the one server on it. */
final class Cluster {

    private final Path data;
    private final Path log;
    private final Path part;
    private final Commands commands;

    Cluster(Path folder, Commands commands) {
        this.data = folder.resolve("data");
        this.log = folder.resolve("server.log");
        this.part = folder.resolve("data.part");
        this.commands = commands;
    }

    /** Makes the data where it is missing, complete with the database, or not at all. */
    void create() throws IOException {
        if (Files.exists(data)) {
            return;
        }
        Folders.renew(part);
        Files.delete(part);
        commands.run(
                "initdb",
                "--pgdata=" + part,
                "--username=" + LocalDatabase.NAME,
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-sync",
                "--no-instructions");
        commands.runWith(
                "CREATE DATABASE " + LocalDatabase.NAME + "\n",
                "postgres",
                "--single",
                "-F",
                "-D",
                part.toString(),
                "postgres");
        Files.move(part, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends a server that outlived its JVM, and clears what one that was killed left. */
    void stopLeftOver() throws IOException {
        if (postmaster().runs()) {
            stop();
        }
        // a killed server's number may be another process's by now, and the new server would wait for that one
        if (!postmaster().runs()) {
            postmaster().forget();
        }
    }

    /** Returns when connections are accepted. */
    void start(int port) throws IOException {
        try (var shipped = Objects.requireNonNull(Cluster.class.getResourceAsStream("postgresql.conf"))) {
            var settings = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(data.resolve("postgresql.conf"), settings + "port = " + port + "\n");
        }
        Files.deleteIfExists(log);
        try {
            commands.run("pg_ctl", "start", "-D", data.toString(), "-l", log.toString(), "--wait", "--timeout=60");
        } catch (IOException e) {
            throw Files.exists(log) ? new IOException(e.getMessage() + "\n" + Files.readString(log), e) : e;
        }
    }

    /** Ends open connections, then the server; in haste where it does not end in time, which costs the next start a recovery. */
    void stop() throws IOException {
        try {
            commands.run("pg_ctl", "stop", "-D", data.toString(), "--mode=fast", "--wait", "--timeout=30");
        } catch (IOException e) {
            if (postmaster().runs()) {
                commands.run("pg_ctl", "stop", "-D", data.toString(), "--mode=immediate", "--wait", "--timeout=10");
            }
        }
    }

    Postmaster postmaster() {
        return new Postmaster(data);
    }
}
