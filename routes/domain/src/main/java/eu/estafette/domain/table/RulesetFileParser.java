package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.CsvRow;
import eu.estafette.domain.catalogue.CsvText;
import eu.estafette.domain.event.EventType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Reads one file of rows; every cell that cannot be read gives a fault of its own. */
final class RulesetFileParser {

    private static final List<String> COLUMNS =
            List.of("id", "on", "when", "aspect", "who", "does", "within", "if_silent", "because");
    private static final int ON = 1;
    private static final int WHEN = 2;
    private static final int ASPECT = 3;
    private static final int WHO = 4;
    private static final int DOES = 5;
    private static final int WITHIN = 6;
    private static final int IF_SILENT = 7;
    private static final String OFF = "off";
    private static final When ALWAYS = new When.Always();

    private final FactCatalogue facts;
    private final EffectsParser effects;
    private final Faults faults;

    private final Map<String, WhoText> chains = new HashMap<>();
    private final SequencedMap<String, RowDraft> rows = new LinkedHashMap<>();
    private final Map<String, Place> off = new HashMap<>();

    RulesetFileParser(Catalogue catalogue, FactCatalogue facts, Faults faults) {
        this.facts = facts;
        this.effects = new EffectsParser(catalogue);
        this.faults = faults;
    }

    /** The file; absent if not even its head can be read. */
    Optional<RulesetFile> parse(RulesetSource source) {
        CsvText csv = CsvText.parse(source.file(), source.text());
        int before = faults.count();
        Place head = new Place(source.file(), 0, "");
        Optional<Header> header = faults.orNote(head, Optional.empty(), () -> Optional.of(Header.parse(csv)));
        if (!csv.columns().equals(COLUMNS)) {
            faults.add(head.fault(RulesetFault.Kind.HEADER, "the columns must be " + String.join(",", COLUMNS)));
            return Optional.empty();
        }
        csv.rows().forEach(this::read);
        return header.map(found -> new RulesetFile(source.file(), found, chains, rows, off, faults.count() == before));
    }

    private void read(CsvRow row) {
        String id = row.cell(0);
        Place place = new Place(row.file(), row.line(), id);
        if (row.cells().size() != COLUMNS.size()) {
            faults.add(place.fault(
                    RulesetFault.Kind.SYNTAX,
                    "has %d cells, not %d".formatted(row.cells().size(), COLUMNS.size())));
        } else if (id.isEmpty() || chains.containsKey(id) || rows.containsKey(id) || off.containsKey(id)) {
            faults.add(place.fault(RulesetFault.Kind.SYNTAX, "needs an id that stands only once in the file"));
        } else if (id.startsWith("@")) {
            chains.put(id, faults.orNote(place, WhoText.NOBODY_NAMED, () -> WhoText.parse(row.cell(WHO))));
        } else if (row.cell(DOES).equals(OFF)) {
            off.put(id, place);
        } else {
            rows.put(id, draft(row, id, place));
        }
    }

    private RowDraft draft(CsvRow row, String id, Place place) {
        Set<EventType> on = events(row.cell(ON), place);
        if (row.cell(ASPECT).isEmpty()) {
            faults.add(place.fault(RulesetFault.Kind.SYNTAX, "needs an aspect"));
        }
        List<Effect> does = faults.orNote(place, List.of(), () -> effects.parse(row.cell(DOES)));
        Term within = faults.orNote(place, Term.NONE, () -> new TermParser(dates(on)).parse(row.cell(WITHIN)));
        if (row.cell(WITHIN).isEmpty() && does.stream().anyMatch(Effect.Act.class::isInstance)) {
            faults.add(place.fault(RulesetFault.Kind.SYNTAX, "an act needs a term, such as P10D"));
        }
        return new RowDraft(
                id,
                on,
                faults.orNote(place, ALWAYS, () -> WhenParser.parse(row.cell(WHEN))),
                row.cell(ASPECT),
                faults.orNote(place, WhoText.NOBODY_NAMED, () -> WhoText.parse(row.cell(WHO))),
                does,
                within,
                faults.orNote(
                        place,
                        new SilenceText(WhoText.NOBODY_NAMED, List.of()),
                        () -> SilenceText.parse(row.cell(IF_SILENT))),
                place);
    }

    private Set<EventType> events(String cell, Place place) {
        Set<EventType> events = new LinkedHashSet<>();
        for (String name : cell.split("\\|", -1)) {
            EventType.ofShortName(name.strip())
                    .ifPresentOrElse(
                            events::add,
                            () -> faults.add(place.fault(
                                    RulesetFault.Kind.UNKNOWN_EVENT, "unknown event '" + name.strip() + "'")));
        }
        return events;
    }

    /** What all of the events know. */
    private Set<String> dates(Set<EventType> events) {
        Set<String> dates = new HashSet<>();
        boolean first = true;
        for (EventType event : events) {
            if (first) {
                dates.addAll(facts.dates(event));
            } else {
                dates.retainAll(facts.dates(event));
            }
            first = false;
        }
        return dates;
    }
}
