package eu.estafette.commands;

/** Runs one command and ends with its exit code. */
public final class Main {

    private Main() {}

    public static void main(String... args) {
        System.exit(EstafetteCommand.in(Surroundings.ofThisProcess()).execute(args));
    }
}
