package eu.estafette.local.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs PostgreSQL's programs to their end, as the user they accept. */
record Commands(Programs programs, ServerUser user) {

    /** @throws IOException when the program does not end well; the message holds what it printed */
    void run(String program, String... arguments) throws IOException {
        runWith("", program, arguments);
    }

    /** Also gives {@code input} to the program's standard input. */
    void runWith(String input, String program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(programs.program(program).toString()));
        command.addAll(List.of(arguments));
        run(user.command(command), input);
    }

    static void run(List<String> command, String input) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        // libpq's and the shell's settings are not meant for this server
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        var output = new String(process.getInputStream().readAllBytes()).strip();
        int exit = exit(process);
        if (exit != 0) {
            throw new IOException("%s ended with %d: %s".formatted(String.join(" ", command), exit, output));
        }
    }

    private static int exit(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a program of PostgreSQL ran", e);
        }
    }
}
