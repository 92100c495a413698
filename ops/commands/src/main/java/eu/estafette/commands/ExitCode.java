package eu.estafette.commands;

/** What a command ends with, for scripts. */
final class ExitCode {

    static final int OK = 0;

    /** Something in the answer needs somebody, or the hub itself has trouble. */
    static final int ATTENTION = 1;

    /** The command was given wrongly, or there is no hub where it was told to look. */
    static final int WRONG_USE = 2;

    private ExitCode() {}
}
