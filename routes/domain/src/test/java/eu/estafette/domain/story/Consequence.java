package eu.estafette.domain.story;

import eu.estafette.domain.event.Action;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * One thing that followed from a scene. Its text is the notation of the stories: {@code ROLE! view STEP @due} asks, {@code ROLE view} informs,
 * {@code -STEP} closed, {@code +STEP} reopened, {@code ?STEP} nobody on the case can take it, {@code *STEP} ended with its consent,
 * {@code =STATE} of the event.
 *
 * @param role of whom is told, with the person's name where that is no longer who holds the role; else empty
 * @param who  the party, and its person or desk; else empty
 * @param note what is said besides: categories of a hold, the state of an event
 * @param move of the event told of
 */
public record Consequence(
        Kind kind,
        String role,
        String who,
        String view,
        String step,
        Optional<LocalDate> due,
        String note,
        Action move,
        boolean waiting) {

    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MM-dd");

    /** What of it there is, by its sign in the notation. */
    public enum Kind {
        ACT(""),
        INFORM(""),
        HELD("held "),
        RELEASED("released "),
        EXPIRED("expired "),
        RECALLED("recalled "),
        CLOSED("-"),
        REOPENED("+"),
        UNOWNED("?"),
        LAPSED("*"),
        STATE("=");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    /** A notice: ACT with its step, INFORM without. */
    public static Consequence notice(
            String role, String who, String view, String step, Optional<LocalDate> due, Action move, boolean waiting) {
        Kind kind = step.isEmpty() ? Kind.INFORM : Kind.ACT;
        return new Consequence(kind, role, who, view, step, due, "", move, waiting);
    }

    /** What became of a notice that waited. */
    public static Consequence ofHeld(Kind kind, String role, String who, String view, String categories) {
        return new Consequence(kind, role, who, view, "", Optional.empty(), categories, Action.ORIGINAL, false);
    }

    public static Consequence ofStep(Kind kind, String step) {
        return new Consequence(kind, "", "", "", step, Optional.empty(), "", Action.ORIGINAL, false);
    }

    /** @param state with the reason after a colon, if there is one */
    public static Consequence state(String state) {
        return new Consequence(Kind.STATE, "", "", "", "", Optional.empty(), state, Action.ORIGINAL, false);
    }

    @Override
    public String toString() {
        String told = role + (kind == Kind.ACT ? "! " : " ") + view;
        return switch (kind) {
            case ACT ->
                told + " " + step
                        + due.map(date -> " @" + MONTH_AND_DAY.format(date)).orElse("") + marks();
            case INFORM -> told + marks();
            case HELD, RELEASED, EXPIRED, RECALLED -> (kind.sign + told.strip() + " " + note).strip();
            case CLOSED, REOPENED, UNOWNED, LAPSED -> kind.sign + step;
            case STATE -> kind.sign + note;
        };
    }

    private String marks() {
        return (move == Action.ORIGINAL ? "" : " (" + move.name().charAt(0) + ")") + (waiting ? " waiting" : "");
    }
}
