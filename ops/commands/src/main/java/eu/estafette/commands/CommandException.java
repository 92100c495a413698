package eu.estafette.commands;

/** A command that cannot give an answer: one sentence for the user, and the exit code that goes with it. */
final class CommandException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandException(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    static CommandException wrongUse(String sentence) {
        return new CommandException(sentence, ExitCode.WRONG_USE);
    }

    static CommandException attention(String sentence) {
        return new CommandException(sentence, ExitCode.ATTENTION);
    }

    int exitCode() {
        return exitCode;
    }
}
