package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.RequiredGroup;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.view.Sight;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold of an effective table as a whole. */
final class TableCheck {

    /** What happens on these does not depend on rows. */
    private static final Set<EventType> FIXED = EnumSet.of(
            EventType.PERSON_RENUMBERED,
            EventType.CONSENT_GIVEN,
            EventType.CONSENT_WITHDRAWN,
            EventType.NOTICE_ANSWERED,
            EventType.STEP_OVERDUE,
            EventType.NOTICE_EDITED,
            EventType.HOLD_REVIEWED);

    private final Catalogue catalogue;
    private final Place head;
    private final String table;
    private final Sight sight;
    private final Faults faults;

    TableCheck(Catalogue catalogue, Lineage lineage, Sight sight, Faults faults) {
        this.catalogue = catalogue;
        this.head = Pedigree.head(lineage.self());
        this.table = lineage.self().header().name();
        this.sight = sight;
        this.faults = faults;
    }

    void check(List<Row> rows, Map<EventType, EventRows> byEvent) {
        rows.forEach(this::requireClosedChain);
        rows.forEach(row -> new RowSightCheck(catalogue, sight, table, faults).check(row));
        byEvent.forEach((event, ofEvent) -> {
            new HitPolicy(table, head, event, ofEvent, faults).check();
            if (!FIXED.contains(event) && ofEvent.actsByAspect().isEmpty()) {
                faults.add(head.fault(
                        RulesetFault.Kind.MISSING_EVENT,
                        "%s has no act row for %s".formatted(table, event.shortName())));
            }
        });
        catalogue.required().forEach(group -> requireGroup(group, byEvent));
    }

    private void requireClosedChain(Row row) {
        boolean acts = row.effects().stream().anyMatch(Effect.Act.class::isInstance);
        if (acts && (row.who().groups().size() != 1 || !row.who().chain().isClosed())) {
            faults.add(row.place()
                    .fault(
                            RulesetFault.Kind.ENDLESS_CHAIN,
                            "in %s, one chain must end in OPERATOR or NOBODY, and only there".formatted(table)));
        }
    }

    private void requireGroup(RequiredGroup group, Map<EventType, EventRows> byEvent) {
        group.events().stream()
                .filter(event -> !byEvent.getOrDefault(event, EventRows.NONE)
                        .actsByAspect()
                        .containsKey(group.aspect()))
                .forEach(event -> faults.add(head.fault(
                        RulesetFault.Kind.MISSING_GROUP,
                        "%s has no act row for %s %s".formatted(table, event.shortName(), group.aspect()))));
    }
}
