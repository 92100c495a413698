package eu.estafette.kit.problem;

import java.util.Optional;

/**
 * One fault in what a partner sent, in the words of Belgif's problem details (RFC 9457 with {@code issues[]}).
 *
 * @param code   last part of the problem type: {@code urn:problem-type:estafette:<code>}
 * @param in     where it stands: body, header, query, path, or line for files
 * @param name   the path of the field: {@code data.subject.number}
 * @param value  what was sent; absent for person numbers, which never travel back
 * @param detail what is wrong and what would be right
 */
public record Issue(Stage stage, String code, String in, String name, Optional<String> value, String detail) {

    /** How far the checks came. They run in this order, each only if the one before found nothing. */
    public enum Stage {
        SYNTAX,
        IDENTIFIER,
        RULE
    }
}
