package eu.estafette.connector.setu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of an assignment: whom it is about, which a status message does not say, and what was told of it last.
 *
 * @param version of the last event
 * @param hours   per week, as they were told last
 * @param seen    digests of the messages that came, the last one last; the oldest are forgotten
 * @param until   when the last one came
 */
record Known(Person person, int version, Optional<BigDecimal> hours, State state, List<String> seen, Instant until) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int REMEMBERED = 200;

    /** How far it was told. */
    enum State {
        RUNNING,
        ENDED,
        WITHDRAWN
    }

    Known {
        seen = List.copyOf(seen);
    }

    boolean hasSeen(String digest) {
        return seen.contains(digest);
    }

    /** The last one, sent again; or any that the hub itself has before it again. */
    boolean isSettled(Letter letter) {
        return hasSeen(letter.digest())
                && (seen.getLast().equals(letter.digest()) || !letter.at().isAfter(until));
    }

    /** However many zeros are written behind the point. */
    boolean hasHours(Optional<BigDecimal> others) {
        return hours.isPresent() == others.isPresent()
                && (hours.isEmpty() || hours.get().compareTo(others.orElseThrow()) == 0);
    }

    Known withSeen(Letter letter) {
        List<String> all = new ArrayList<>(seen);
        all.add(letter.digest());
        return new Known(
                person,
                version,
                hours,
                state,
                all.subList(Math.max(0, all.size() - REMEMBERED), all.size()),
                letter.at().isAfter(until) ? letter.at() : until);
    }

    byte[] bytes() {
        ObjectNode json = JSON.createObjectNode()
                .put("version", version)
                .put("state", state.name())
                .put("until", until.toString());
        person.putInto(json);
        hours.ifPresent(number -> json.put("hours", number.toPlainString()));
        seen.forEach(json.putArray("seen")::add);
        return json.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static Known of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new Known(
                    Person.of(json),
                    json.path("version").asInt(),
                    json.has("hours")
                            ? Optional.of(new BigDecimal(json.path("hours").asText()))
                            : Optional.empty(),
                    State.valueOf(json.path("state").asText()),
                    json.path("seen").valueStream().map(JsonNode::asText).toList(),
                    Instant.parse(json.path("until").asText()));
        } catch (IOException e) {
            throw new UncheckedIOException("what a poller remembers is what it wrote", e);
        }
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Known[" + state + ", v" + version + "]";
    }
}
