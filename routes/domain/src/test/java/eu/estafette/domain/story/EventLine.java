package eu.estafette.domain.story;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An event as one line: source, short type, business key, then fields, {@code vN}, an action. Besides fields it may have {@code @as=ROLE},
 * {@code @ruleset=name}, {@code @role=ROLE/party/person}, {@code @digest=…} and {@code partial}.
 */
record EventLine(LocalDate date, String source, EventType type, String key, List<String> words) {

    static EventLine of(LocalDate date, List<String> words) {
        return new EventLine(
                date,
                words.get(0),
                EventType.ofShortName(words.get(1)).orElseThrow(),
                words.get(2),
                words.subList(3, words.size()));
    }

    CaseEvent event(int number, StoryFields fields) {
        List<String> ofEvent = words.stream()
                .filter(word -> word.contains("=") && !word.startsWith("@"))
                .toList();
        return event(number, fields.of(type, ofEvent, date.getYear()));
    }

    CaseEvent event(int number, Fields data) {
        return new CaseEvent(
                "event-" + number,
                "urn:estafette:party:" + source,
                type,
                date.atTime(8, 0).toInstant(ZoneOffset.UTC),
                Recipient.of(new PartyId(source)),
                extra("as").map(Role::valueOf),
                action(),
                key,
                version(),
                date,
                words.contains("partial"),
                hex(extra("digest").orElse("digest-" + number)),
                extra("ruleset"),
                extras("role").map(EventLine::claim).toList(),
                data);
    }

    private int version() {
        return words.stream()
                .filter(word -> word.matches("v\\d+"))
                .map(word -> Integer.valueOf(word.substring(1)))
                .findFirst()
                .orElse(1);
    }

    private Action action() {
        return words.stream()
                .filter(word -> word.matches("[A-Z]+"))
                .map(Action::valueOf)
                .findFirst()
                .orElse(Action.ORIGINAL);
    }

    private Optional<String> extra(String name) {
        return extras(name).findFirst();
    }

    private Stream<String> extras(String name) {
        String prefix = "@" + name + "=";
        return words.stream().filter(word -> word.startsWith(prefix)).map(word -> word.substring(prefix.length()));
    }

    private static RoleClaim claim(String text) {
        String[] parts = text.split("/", -1);
        return new RoleClaim(
                Role.valueOf(parts[0]),
                new PartyId(parts[1]),
                parts.length > 2 ? Optional.of(parts[2]) : Optional.empty(),
                Optional.empty());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
