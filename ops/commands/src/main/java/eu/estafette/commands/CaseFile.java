package eu.estafette.commands;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a {@link SampleCase}. What it does not know it refuses, because a misspelt fact would count as one left out. */
final class CaseFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final List<String> KEYS = List.of("roles", "facts");

    /** Nobody is put into these: the person is no party, the operators are always there. */
    private static final Set<Role> ASSIGNABLE =
            EnumSet.complementOf(EnumSet.of(Role.SUBJECT, Role.OPERATOR, Role.REGISTER));

    private final Path file;
    private final EventType event;
    private final List<Fact> known;

    /** @param known all facts of the event */
    CaseFile(Path file, EventType event, List<Fact> known) {
        this.file = file;
        this.event = event;
        this.known = List.copyOf(known);
    }

    static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    SampleCase read() throws TroubleException {
        JsonNode content = json();
        if (!content.isObject()) {
            throw trouble("holds no JSON object; expected {\"roles\":{…},\"facts\":{…}}.");
        }
        for (Map.Entry<String, JsonNode> entry : content.properties()) {
            if (!KEYS.contains(entry.getKey()) || !entry.getValue().isObject()) {
                throw trouble("'" + entry.getKey() + "' is not expected here; known are the objects roles and facts.");
            }
        }
        Map<Role, RoleHolder> roles = new EnumMap<>(Role.class);
        for (Map.Entry<String, JsonNode> entry : content.path("roles").properties()) {
            RoleHolder holder = holder(entry.getKey(), entry.getValue());
            roles.put(holder.role(), holder);
        }
        Map<String, String> facts = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : content.path("facts").properties()) {
            facts.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
        }
        return new SampleCase(roles, facts);
    }

    private JsonNode json() throws TroubleException {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new TroubleException(
                    file + " is not JSON: see line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ".",
                    e);
        } catch (IOException e) {
            throw new TroubleException(file + " cannot be read: name a readable file with --case.", e);
        }
    }

    private RoleHolder holder(String name, JsonNode value) throws TroubleException {
        Role role = role(name)
                .filter(ASSIGNABLE::contains)
                .orElseThrow(
                        () -> trouble("there is no role " + name + " to hold; known are " + words(ASSIGNABLE) + "."));
        String[] parts = value.asText().strip().split("/", 2);
        if (!value.isTextual() || parts[0].isBlank()) {
            throw trouble("roles." + name + " names nobody; expected \"party\" or \"party/person\".");
        }
        Optional<String> person =
                parts.length > 1 ? Optional.of(parts[1]).filter(text -> !text.isBlank()) : Optional.empty();
        return new RoleHolder(role, new Recipient(new PartyId(parts[0]), person), Optional.empty(), Optional.empty());
    }

    private String value(String name, JsonNode value) throws TroubleException {
        Fact fact = known.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> trouble(
                        event.shortName() + " has no fact '" + name + "'; known are " + words(settable()) + "."));
        if (fact instanceof Fact.HasRole) {
            throw trouble(name + " follows from who is named under roles; leave it out.");
        }
        if (!fact.values().contains(value.asText())) {
            throw trouble("'" + value.asText() + "' is never " + name + " of " + event.shortName() + "; known are "
                    + words(fact.values()) + ".");
        }
        return value.asText();
    }

    private List<String> settable() {
        return known.stream()
                .filter(fact -> !(fact instanceof Fact.HasRole))
                .map(Fact::name)
                .toList();
    }

    private TroubleException trouble(String sentence) {
        return new TroubleException(file + ": " + sentence);
    }

    private static String words(Iterable<?> names) {
        return java.util.stream.StreamSupport.stream(names.spliterator(), false)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
