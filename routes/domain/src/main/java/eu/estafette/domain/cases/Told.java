package eu.estafette.domain.cases;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.Line;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The message of a line that counts.
 *
 * @param id     the sender's id of the message
 * @param by     role of the sender, REGISTER or HUB
 * @param time   when the sender told it, by its own clock
 * @param action what it did, which is ORIGINAL also for a correction that came before what it corrects
 * @param since  sequence of the event that first told the fact; a correction keeps it, so that the fact keeps its place in time
 * @param at     sequence of the message itself
 */
public record Told(
        String id, String by, Instant time, LocalDate occurredOn, Action action, int version, long since, long at) {

    /** Label of a register as sender. */
    public static final String BY_REGISTER = "REGISTER";

    /** Whether it left nothing of what the line had told. */
    public boolean takesBack() {
        return action == Action.WITHDRAWAL || action == Action.REOPENING;
    }

    /** As if it had first been told when another message was. */
    public Told since(long event) {
        return new Told(id, by, time, occurredOn, action, version, event, at);
    }

    /** As told by somebody who turned out to speak in this role. */
    public Told by(String label) {
        return new Told(id, label, time, occurredOn, action, version, since, at);
    }

    public boolean isByRegister() {
        return by.equals(BY_REGISTER);
    }

    /** As what a notice tells of. */
    public Cause on(Line line) {
        return new Cause(id, line, by, occurredOn, action, version);
    }
}
