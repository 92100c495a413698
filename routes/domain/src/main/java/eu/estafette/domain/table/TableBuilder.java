package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.view.Sight;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Makes the effective table of a lineage and checks it as a whole. */
final class TableBuilder {

    private static final String ORIGIN = "@origin";
    private static final Who NOBODY = new Who(List.of());

    private final Catalogue catalogue;
    private final FactCatalogue facts;
    private final Faults faults;

    TableBuilder(Catalogue catalogue, FactCatalogue facts, Faults faults) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.faults = faults;
    }

    NextStepTable build(Lineage lineage) {
        int before = faults.count();
        Map<String, WhoText> chains = new HashMap<>();
        SequencedMap<String, RowDraft> drafts = new LinkedHashMap<>();
        lineage.files().forEach(file -> inherit(file, chains, drafts));
        List<Row> rows = new ArrayList<>();
        drafts.values()
                .forEach(draft -> faults.orNote(draft.place(), rows, () -> {
                    rows.add(draft.resolve(chains));
                    return rows;
                }));
        Map<EventType, EventRows> byEvent = compile(rows);
        Sight sight = catalogue.views().under(lineage.names());
        if (lineage.isSound() && faults.count() == before) {
            new TableCheck(catalogue, lineage, sight, faults).check(rows, byEvent);
        }
        return new NextStepTable(
                lineage.self().header().name(),
                lineage.validity(),
                rows,
                byEvent,
                origin(chains),
                sight,
                lineage.registers());
    }

    /** A row with a parent's id takes its place; {@code off} removes it. */
    private void inherit(RulesetFile file, Map<String, WhoText> chains, SequencedMap<String, RowDraft> drafts) {
        chains.putAll(file.chains());
        drafts.putAll(file.rows());
        file.off().forEach((id, place) -> {
            if (drafts.remove(id) == null) {
                faults.add(place.fault(RulesetFault.Kind.UNKNOWN_ROW, "turns off a row that it does not inherit"));
            }
        });
    }

    private Map<EventType, EventRows> compile(List<Row> rows) {
        Map<EventType, EventRows> byEvent = new EnumMap<>(EventType.class);
        for (EventType event : EventType.values()) {
            List<Row> own =
                    rows.stream().filter(row -> row.on().contains(event)).toList();
            byEvent.put(event, new RowCompiler(facts, event, faults).compile(own));
        }
        return byEvent;
    }

    private static Chain origin(Map<String, WhoText> chains) {
        WhoText origin = chains.get(ORIGIN);
        try {
            return origin == null ? Chain.NONE : origin.expand(chains).chain();
        } catch (CellFault alreadyNoted) {
            return NOBODY.chain();
        }
    }
}
