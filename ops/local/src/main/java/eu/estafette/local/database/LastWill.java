package eu.estafette.local.database;

import java.io.IOException;

/**
 * Stops the server when this JVM ends without doing so: a shell that waits for the end of a pipe only this JVM holds open, which
 * kill -9 closes too.
 */
final class LastWill implements AutoCloseable {

    // Ctrl-C reaches the whole process group; the hub wants its database until it has finished
    private static final String WAIT_THEN_STOP = "trap '' HUP INT TERM; read -r _; kill -INT \"$0\"";

    private final Process shell;

    private LastWill(Process shell) {
        this.shell = shell;
    }

    static LastWill stop(Postmaster postmaster) throws IOException {
        var server =
                postmaster.process().orElseThrow(() -> new IOException("the server ended as soon as it was started"));
        return new LastWill(new ProcessBuilder("sh", "-c", WAIT_THEN_STOP, String.valueOf(server.pid()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** Revokes: the server's process number may be another's by the time the pipe closes. */
    @Override
    public void close() {
        shell.destroyForcibly();
    }
}
