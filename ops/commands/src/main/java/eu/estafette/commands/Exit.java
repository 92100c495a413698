package eu.estafette.commands;

/** What a command's end tells a script. */
final class Exit {

    static final int OK = 0;

    /** The command worked, and somebody has to look at what it found. */
    static final int ATTENTION = 1;

    /** Wrong use, or nothing could be asked; one sentence on the error stream says which. */
    static final int WRONG_USE = 2;

    static final String HEADING = "%nExit codes:%n";
    static final String OK_TEXT = "0:nothing needs attention";
    static final String HUB_TEXT = "2:wrong use, or the hub could not be asked";

    private Exit() {}

    static int attentionIf(boolean needed) {
        return needed ? ATTENTION : OK;
    }
}
