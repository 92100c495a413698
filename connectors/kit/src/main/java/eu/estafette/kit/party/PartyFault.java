package eu.estafette.kit.party;

/**
 * One thing that is wrong in the party files.
 *
 * @param file name of the file, or the folder where the fault is of no single file
 * @param line from 1; 0 where the fault is of no single line
 * @param text what is wrong and what would be right; never shows a secret
 */
public record PartyFault(String file, int line, String text) {

    @Override
    public String toString() {
        return (line > 0 ? file + ":" + line : file) + ": " + text;
    }
}
