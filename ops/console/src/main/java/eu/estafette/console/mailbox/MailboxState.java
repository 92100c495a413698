package eu.estafette.console.mailbox;

import eu.estafette.console.problem.BadParameterException;

/** Which notices of its mailbox a party asks for. */
enum MailboxState {
    /** Asks something of the party, and nobody has closed or moved it. */
    OPEN,
    /** Asked something; no longer does. */
    ANSWERED,
    /** These and all that only inform. */
    ALL;

    static MailboxState of(String text) {
        return switch (text) {
            case "open" -> OPEN;
            case "answered" -> ANSWERED;
            case "all" -> ALL;
            default -> throw new BadParameterException("state", text, "Use open, answered or all.");
        };
    }
}
