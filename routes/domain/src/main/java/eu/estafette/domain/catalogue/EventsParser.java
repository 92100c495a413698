package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads {@code events.csv}: senders by {@code senders}, fields as {@code name:type/category}. */
final class EventsParser {

    private static final int NATURE = 1;
    private static final int SENDERS = 2;
    private static final int FIELDS = 3;

    private final Groups groups;
    private final Map<EventType, EventSpec> events = new EnumMap<>(EventType.class);

    private EventsParser(Groups groups) {
        this.groups = groups;
    }

    static Map<EventType, EventSpec> parse(CsvText csv, Groups groups) {
        EventsParser parser = new EventsParser(groups);
        csv.rows().forEach(parser::read);
        return parser.events;
    }

    static EventType type(String name, CsvRow row) {
        return EventType.ofShortName(name).orElseThrow(() -> row.fault("unknown event " + name));
    }

    private void read(CsvRow row) {
        EventType type = type(row.cell(0), row);
        if (!type.nature().name().equals(row.cell(NATURE))) {
            throw row.fault("%s is a %s, not a %s".formatted(row.cell(0), type.nature(), row.cell(NATURE)));
        }
        List<String> senders = new ArrayList<>(row.words(SENDERS));
        boolean byRegister = senders.remove("REGISTER");
        boolean byHub = senders.remove("HUB");
        List<Role> roles = groups.expand(senders, row);
        events.put(type, new EventSpec(type, roles, byRegister, byHub, fields(row)));
    }

    private SequencedMap<String, FieldSpec> fields(CsvRow row) {
        SequencedMap<String, FieldSpec> fields = new LinkedHashMap<>();
        for (String word : row.words(FIELDS)) {
            if (word.startsWith("&")) {
                EventSpec other = Optional.ofNullable(events.get(type(word.substring(1), row)))
                        .orElseThrow(() -> row.fault(word + " must stand before it is referred to"));
                other.fields().forEach((name, field) -> fields.put(name, field.asOptional()));
            } else {
                FieldSpec field = field(word, row);
                fields.put(field.name(), field);
            }
        }
        return fields;
    }

    private static FieldSpec field(String word, CsvRow row) {
        int colon = word.indexOf(':');
        int slash = word.lastIndexOf('/');
        if (colon < 1 || slash < colon) {
            throw row.fault("expected name:type/category, found " + word);
        }
        Category category = Category.ofAbbreviation(word.substring(slash + 1))
                .orElseThrow(() -> row.fault("unknown category in " + word));
        String type = word.substring(colon + 1, slash);
        boolean optional = type.endsWith("?");
        String required = optional ? type.substring(0, type.length() - 1) : type;
        boolean many = required.startsWith("[") && required.endsWith("]");
        String single = many ? required.substring(1, required.length() - 1) : required;
        boolean codeList = single.endsWith("*");
        String bare = codeList ? single.substring(0, single.length() - 1) : single;
        return new FieldSpec(word.substring(0, colon), bare, many, codeList, optional, category);
    }
}
