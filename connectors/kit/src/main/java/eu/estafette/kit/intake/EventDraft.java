package eu.estafette.kit.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An event in the making, by a connector that translates a message of another standard: field by field, each with the name by which the
 * partner knows it, so that what the checks find can be told in the partner's words. Empty values are left out. Not thread-safe.
 */
public final class EventDraft {

    private static final String DATA = "data.";

    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final ObjectNode data = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> names = new HashMap<>();
    private final OriginalRef original;
    private boolean partial;
    private final List<Issue> broken = new ArrayList<>();

    /**
     * @param party who tells it
     * @param part  which part of the original this is: with it the event's id is the same whenever the original is read
     * @param time  by the sender's clock: which of two words about one field is the newer
     */
    public EventDraft(EventType type, Party party, OriginalRef original, int part, Instant time) {
        this.original = original;
        attributes.put("specversion", "1.0");
        attributes.put("id", original.eventId(part));
        attributes.put("source", party.sources().getFirst());
        attributes.put("type", type.cloudEventType());
        attributes.put("service", IncomingEvent.SERVICE);
        attributes.put("time", time.toString());
    }

    /** A person by number. */
    public EventDraft subject(String scheme, @Nullable String number, String partnersName) {
        text("subject.number", number, partnersName);
        if (data.has("subject")) {
            text("subject.scheme", scheme, partnersName);
        }
        return this;
    }

    public EventDraft action(Action action) {
        data.put("action", action.name());
        return this;
    }

    /** Only part of the content is known: without its original this waits. */
    public EventDraft partial() {
        partial = true;
        return this;
    }

    /** A rule of the standard that the message breaks, in the partner's names: see {@link Translated#broken}. */
    public EventDraft breaks(Issue rule) {
        broken.add(rule);
        return this;
    }

    /** @param path under {@code data}, by dots: {@code course.code} */
    public EventDraft text(String path, @Nullable String value, String partnersName) {
        names.put(DATA + path, partnersName);
        if (value != null && !value.isBlank()) {
            parent(path).put(last(path), value.strip());
        }
        return this;
    }

    public EventDraft date(String path, @Nullable LocalDate value, String partnersName) {
        return text(path, value == null ? null : value.toString(), partnersName);
    }

    public EventDraft number(String path, @Nullable BigDecimal value, String partnersName) {
        names.put(DATA + path, partnersName);
        if (value != null) {
            parent(path).put(last(path), value);
        }
        return this;
    }

    public EventDraft version(int version, String partnersName) {
        names.put(DATA + "version", partnersName);
        data.put("version", version);
        return this;
    }

    private ObjectNode parent(String path) {
        ObjectNode parent = data;
        String[] steps = path.split("\\.");
        for (int step = 0; step < steps.length - 1; step++) {
            parent = parent.withObjectProperty(steps[step]);
        }
        return parent;
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    public Translated translated() {
        Map<String, String> known = Map.copyOf(names);
        return new Translated(
                IncomingEvent.translated(attributes, data, partial, original),
                name -> known.getOrDefault(name, name.startsWith(DATA) ? name.substring(DATA.length()) : name),
                broken);
    }
}
