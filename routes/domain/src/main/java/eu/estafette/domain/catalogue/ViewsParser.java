package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.View;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads {@code views.csv}. Fields are names, {@code *} for all, {@code -name} for all but this one. */
final class ViewsParser {

    private static final int ON = 1;
    private static final int FIELDS = 2;
    private static final int ROLES = 3;

    /** The parts of the case, and the categories they show; each part is itself a full view, which limits what is in it. */
    private static final Map<String, Set<Category>> OF_CASE = Map.of(
            "phase", EnumSet.of(Category.EMPLOYMENT),
            "roles", EnumSet.of(Category.REFERRAL),
            "referral", EnumSet.of(Category.REFERRAL, Category.TRAINING, Category.FREE_TEXT, Category.CONTACT),
            "employments", EnumSet.of(Category.EMPLOYMENT),
            "placements", EnumSet.of(Category.EMPLOYMENT),
            "dates", EnumSet.of(Category.EMPLOYMENT, Category.REFERRAL));

    private static final Map<String, Set<Category>> OF_STEP = Map.of(
            "step", EnumSet.of(Category.NONE),
            "since", EnumSet.of(Category.NONE),
            "owner", EnumSet.of(Category.NONE),
            "age", EnumSet.of(Category.NONE),
            "action", EnumSet.of(Category.NONE));

    /** Begun or ended, and when; whom it concerns stands beside every view. */
    private static final Map<String, Set<Category>> OF_SUBSCRIPTION = Map.of(
            "subscription", EnumSet.of(Category.NONE),
            "from", EnumSet.of(Category.NONE),
            "until", EnumSet.of(Category.NONE));

    /** The one view without the person's name. */
    private static final String WITHOUT_IDENTITY = "desk-card";

    private final Groups groups;
    private final Map<EventType, EventSpec> events;

    private ViewsParser(Groups groups, Map<EventType, EventSpec> events) {
        this.groups = groups;
        this.events = events;
    }

    static List<View> parse(CsvText csv, Groups groups, Map<EventType, EventSpec> events) {
        ViewsParser parser = new ViewsParser(groups, events);
        List<View> views = new ArrayList<>();
        csv.rows().forEach(row -> views.add(parser.view(row, views.size())));
        return views;
    }

    private View view(CsvRow row, int rank) {
        String name = row.cell(0);
        Set<EventType> family = new LinkedHashSet<>();
        View.Subject subject = subject(row);
        if (subject == View.Subject.EVENT) {
            row.words(ON).forEach(event -> family.add(EventsParser.type(event, row)));
        }
        SequencedMap<String, Set<Category>> available = available(subject, family);
        SequencedMap<String, Set<Category>> shown = new LinkedHashMap<>();
        fields(row, available).forEach(field -> shown.put(field, available.getOrDefault(field, Set.of())));
        Set<Category> categories = EnumSet.noneOf(Category.class);
        shown.values().forEach(categories::addAll);
        if (!name.equals(WITHOUT_IDENTITY)) {
            categories.add(Category.IDENTITY);
        }
        return new View(
                name, rank, subject, family, shown, categories, Set.copyOf(groups.expand(row.words(ROLES), row)));
    }

    private static View.Subject subject(CsvRow row) {
        return switch (row.cell(ON)) {
            case "case" -> View.Subject.CASE;
            case "any" -> View.Subject.STEP;
            case "subscription" -> View.Subject.SUBSCRIPTION;
            default -> View.Subject.EVENT;
        };
    }

    private SequencedMap<String, Set<Category>> available(View.Subject subject, Set<EventType> family) {
        SequencedMap<String, Set<Category>> available = new LinkedHashMap<>();
        switch (subject) {
            case CASE -> available.putAll(OF_CASE);
            case STEP -> available.putAll(OF_STEP);
            case SUBSCRIPTION -> available.putAll(OF_SUBSCRIPTION);
            case EVENT ->
                family.forEach(event -> Optional.ofNullable(events.get(event)).ifPresent(spec -> spec.fields()
                        .forEach((name, field) -> available.putIfAbsent(name, Set.of(field.category())))));
        }
        return available;
    }

    private static List<String> fields(CsvRow row, Map<String, Set<Category>> available) {
        List<String> fields = new ArrayList<>();
        for (String word : row.words(FIELDS)) {
            String name = word.startsWith("-") ? word.substring(1) : word;
            if (name.equals("*")) {
                fields.addAll(available.keySet());
            } else if (!available.containsKey(name)) {
                throw row.fault("view %s names the unknown field %s".formatted(row.cell(0), name));
            } else if (word.startsWith("-")) {
                fields.remove(name);
            } else {
                fields.add(name);
            }
        }
        return fields;
    }
}
