package eu.estafette.console.readmodel;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the read model does.
 *
 * @param behind      offsets still to be read, per followed topic; empty until Kafka was asked, and in a stand-by
 * @param lastContact when Kafka and PostgreSQL both last answered, in real time
 * @param trouble     what keeps it from following, one sentence
 */
public record ReadModelStatus(
        State state, Map<String, Long> behind, Optional<Instant> lastContact, Optional<String> trouble) {

    /** What the projector of this process does. */
    public enum State {
        STARTING,
        FOLLOWING,
        /** Another process follows; this one takes over when it stops. */
        STANDBY,
        /** Something is away; it keeps trying. */
        TROUBLED,
        STOPPED
    }

    public ReadModelStatus {
        behind = Map.copyOf(behind);
    }

    static ReadModelStatus starting() {
        return new ReadModelStatus(State.STARTING, Map.of(), Optional.empty(), Optional.empty());
    }

    /** Whether somebody keeps the tables up to date, as far as this process knows. */
    public boolean isFollowed() {
        return state == State.FOLLOWING || state == State.STANDBY;
    }

    /** Offsets still to be read in all; absent until Kafka was asked. */
    public OptionalLong lag() {
        return behind.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        behind.values().stream().mapToLong(Long::longValue).sum());
    }

    ReadModelStatus following(Map<String, Long> stillBehind) {
        return new ReadModelStatus(State.FOLLOWING, stillBehind, Optional.of(Instant.now()), Optional.empty());
    }

    ReadModelStatus standby() {
        return new ReadModelStatus(State.STANDBY, Map.of(), Optional.of(Instant.now()), Optional.empty());
    }

    ReadModelStatus troubled(String sentence) {
        return new ReadModelStatus(State.TROUBLED, behind, lastContact, Optional.of(sentence));
    }

    ReadModelStatus stopped() {
        return new ReadModelStatus(State.STOPPED, behind, lastContact, Optional.empty());
    }
}
