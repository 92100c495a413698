package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.EventSpec;
import eu.estafette.domain.catalogue.FieldSpec;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which facts conditions may ask about each event type, and which dates terms may count from. */
final class FactCatalogue {

    private static final String KIND = "kind";
    private static final String BY = "by";
    private static final String HAS = "has.";
    private static final String NONE = "NONE";
    private static final String OTHER = "OTHER";
    private static final List<String> YES_NO = List.of("yes", "no");

    private final Catalogue catalogue;

    FactCatalogue(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The fact of this name for an event; absent if the event has none. */
    Optional<Fact> find(EventType event, String name) {
        if (name.equals(BY)) {
            return Optional.of(new Fact.OfSender(speakers(catalogue.event(event))));
        }
        if (name.startsWith(HAS)) {
            return Arrays.stream(Role.values())
                    .filter(role -> role != Role.REGISTER && role.name().equals(name.substring(HAS.length())))
                    .findFirst()
                    .map(role -> new Fact.HasRole(role, YES_NO));
        }
        return ofField(event, name).or(() -> ofCase(name));
    }

    private static List<String> speakers(EventSpec event) {
        List<String> speakers = new ArrayList<>(
                event.senders().stream().map(Role::name).distinct().toList());
        if (event.byRegister()) {
            speakers.add("REGISTER");
        }
        if (event.byHub()) {
            speakers.add("HUB");
        }
        return speakers;
    }

    private Optional<Fact> ofCase(String name) {
        return CaseFact.named(name)
                .flatMap(fact ->
                        Optional.ofNullable(catalogue.facts().get(name)).map(values -> new Fact.OfCase(fact, values)));
    }

    private Optional<Fact> ofField(EventType event, String name) {
        Optional<FieldSpec> own =
                Optional.ofNullable(catalogue.event(event).fields().get(name));
        boolean ofObject = name.equals(KIND);
        Optional<FieldSpec> field = own.isPresent() || !ofObject ? own : kindOfObject(event);
        return field.filter(spec -> !spec.many()).flatMap(spec -> values(spec, ofObject && own.isEmpty())
                .map(values -> new Fact.OfField(name, spec.isFlag(), ofObject, values)));
    }

    /** The kind of a decision or ending is that of the request or start. */
    private Optional<FieldSpec> kindOfObject(EventType event) {
        return siblings(event).stream()
                .map(sibling ->
                        Optional.ofNullable(catalogue.event(sibling).fields().get(KIND)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<List<String>> values(FieldSpec field, boolean mayBeUnknown) {
        if (field.isFlag()) {
            return Optional.of(YES_NO);
        }
        return catalogue.lists().values(field.type()).map(list -> {
            List<String> values = new ArrayList<>(list);
            if (field.codeList() && !values.contains(OTHER)) {
                values.add(OTHER);
            }
            if ((field.optional() || mayBeUnknown) && !values.contains(NONE)) {
                values.add(NONE);
            }
            return values;
        });
    }

    /** Dates that a term of a row on this event may name: its own and those of its object. */
    Set<String> dates(EventType event) {
        Set<String> dates = new HashSet<>();
        boolean aboutAnything = catalogue.event(event).byHub();
        List<EventType> sources = aboutAnything ? List.of(EventType.values()) : siblings(event);
        sources.forEach(source -> catalogue.event(source).fields().values().stream()
                .filter(FieldSpec::isDate)
                .forEach(field -> dates.add(field.name())));
        return dates;
    }

    private static List<EventType> siblings(EventType event) {
        return event.family() == Family.CASE
                ? List.of(event)
                : Arrays.stream(EventType.values())
                        .filter(other -> other.family() == event.family())
                        .toList();
    }
}
