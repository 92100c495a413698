package eu.estafette.hub.delivery.parking;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a command is carried out, as {@code estafette.park-state.<party>} has it under {@code command/<id>}. What is left of it need not stand
 * there: of the notices it names those that are still dead.
 *
 * <pre>
 *     RUNNING ─────────────────► DONE
 *        └──► STOPPING ──► STOPPED           REFUSED
 * </pre>
 *
 * STOPPING: a notice of it failed, and nothing more begins. Changes when a transaction is made up, not when it is written; so nothing follows from
 * it while notices of the command are under way.
 */
public final class Progress {

    /** The last three are ends. */
    public enum State {
        RUNNING,
        STOPPING,
        DONE,
        STOPPED,
        REFUSED
    }

    private static final String KEY = "command/";

    private final boolean replay;
    private final int skipped;
    private boolean canary;
    private State state;

    private Progress(State state, boolean replay, int skipped, boolean canary) {
        this.state = state;
        this.replay = replay;
        this.skipped = skipped;
        this.canary = canary;
    }

    /**
     * It begins.
     *
     * @param replay  whether it ends at the first failure
     * @param skipped notices it names that were no longer dead
     */
    public static Progress running(boolean replay, int skipped) {
        return new Progress(State.RUNNING, replay, skipped, false);
    }

    /** One that is at its end at once. */
    public static Progress ended(State state) {
        return new Progress(state, false, 0, false);
    }

    /** It, at its end. */
    public Progress endedAs(State how) {
        return new Progress(how, replay, skipped, canary);
    }

    public static String key(String command) {
        return KEY + command;
    }

    static boolean isKey(String key) {
        return key.startsWith(KEY);
    }

    static String commandOf(String key) {
        return key.substring(KEY.length());
    }

    public boolean isUnderWay() {
        return state == State.RUNNING || state == State.STOPPING;
    }

    public boolean isStopping() {
        return state == State.STOPPING;
    }

    /** Whether one of its notices was delivered. */
    public boolean hasDelivered() {
        return canary;
    }

    public int skipped() {
        return skipped;
    }

    /** A notice that it sent arrived. */
    public void delivered() {
        canary = true;
    }

    /** A notice that it sent, or that followed one, died. */
    public void failed() {
        if (replay && state == State.RUNNING) {
            state = State.STOPPING;
        }
    }

    public byte[] toBytes() {
        return StateJson.bytes(json -> {
            json.put("state", state.name()).put("skipped", skipped);
            if (replay) {
                json.put("canary", canary);
            }
        });
    }

    /** @throws IllegalArgumentException if this is none of a version known here; the lane must not start then */
    static Progress of(byte[] bytes) {
        JsonNode json = StateJson.read(bytes);
        return new Progress(
                State.valueOf(json.path("state").asText()),
                json.has("canary"),
                json.path("skipped").asInt(),
                json.path("canary").asBoolean());
    }
}
