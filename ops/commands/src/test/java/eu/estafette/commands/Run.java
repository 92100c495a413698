package eu.estafette.commands;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import picocli.CommandLine;

/** What came of one command. */
record Run(int exitCode, String out, String err) {

    static Run of(String... args) {
        return in(new Surroundings(Map.of(), Path.of("no-such-folder"), ZoneId.of("Europe/Brussels")), args);
    }

    static Run in(Surroundings surroundings, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine commands = EstafetteCommand.in(surroundings)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        int exitCode = commands.execute(args);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
