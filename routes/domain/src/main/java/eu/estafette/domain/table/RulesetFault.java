package eu.estafette.domain.table;

/**
 * Something wrong with the tables, in words for whoever edits them.
 *
 * @param line from 1; 0 if it concerns the file as a whole
 * @param row  id of the row, several for a gap or overlap; empty for the head of the file
 */
public record RulesetFault(String file, int line, String row, Kind kind, String message) {

    /** A stable name for each way in which a table can be wrong. */
    public enum Kind {
        HEADER,
        SYNTAX,
        VALIDITY,
        UNKNOWN_PARENT,
        UNKNOWN_ROW,
        UNKNOWN_EVENT,
        UNKNOWN_FACT,
        UNKNOWN_VALUE,
        UNKNOWN_FIELD,
        UNKNOWN_ROLE,
        UNKNOWN_CHAIN,
        UNKNOWN_STEP,
        UNKNOWN_VIEW,
        UNKNOWN_CLOCK,
        UNKNOWN_PHASE,
        UNKNOWN_REGISTER,
        ENDLESS_CHAIN,
        UNREACHABLE,
        NOT_ENTITLED,
        OVERLAP,
        GAP,
        MISSING_GROUP,
        MISSING_EVENT
    }

    @Override
    public String toString() {
        String where = row.isEmpty() ? "" : " row " + row;
        return "%s:%d:%s %s: %s".formatted(file, line, where, kind, message);
    }
}
