package eu.estafette.local.database;

import eu.estafette.local.Foreground;
import eu.estafette.local.Launch;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A {@link LocalDatabase} held by a JVM of its own; prints {@code Database is ready: jdbc:postgresql:…} once it serves. */
@Command(name = "database", description = "Runs the PostgreSQL server alone.", mixinStandardHelpOptions = true)
public final class LocalDatabaseMain implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "where its data is kept")
    private Path data = Path.of("");

    public static void main(String... args) {
        System.exit(Launch.run(new LocalDatabaseMain(), args));
    }

    @Override
    public Integer call() throws Exception {
        var database = LocalDatabase.start(data);
        return Foreground.hold(database, () -> {
            var out = spec.commandLine().getOut();
            out.println("Database is ready: " + database.jdbcUrl());
            out.flush();
        });
    }
}
