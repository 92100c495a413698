package eu.estafette.local;

import java.io.IOException;
import picocli.CommandLine;

/** Runs a command of this module, as one of several or as a process of its own. */
public final class Launch {

    private Launch() {}

    /** Exit code: 0 ended as asked, 1 could not do it (one sentence on the error stream), 2 wrong use. */
    public static int run(Object command, String... args) {
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, line, parsed) -> {
                    if (!(failure instanceof IOException)) {
                        throw failure; // a fault of ours: with its trace
                    }
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(args);
    }
}
