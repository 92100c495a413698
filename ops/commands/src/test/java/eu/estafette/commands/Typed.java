package eu.estafette.commands;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What became of a command that somebody typed. */
record Typed(int exit, List<String> out, List<String> err) {

    private static final Surroundings NOTHING_HERE =
            new Surroundings(Map.of(), List.of(Path.of("no-such-folder")), ZoneId.of("Europe/Brussels"));

    /** On a machine where no hub runs, in Brussels. */
    static Typed run(String... args) {
        return run(NOTHING_HERE, args);
    }

    static Typed run(Surroundings around, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.commandLine(around)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Typed(
                exit, out.toString().lines().toList(), err.toString().lines().toList());
    }

    static Surroundings around(Map<String, String> environment, Path... dataFolders) {
        return new Surroundings(environment, List.of(dataFolders), ZoneId.of("Europe/Brussels"));
    }
}
