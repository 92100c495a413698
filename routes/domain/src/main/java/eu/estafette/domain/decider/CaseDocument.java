package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The case in contract {@code document/case}, of which case-brief and case-fact are cut. */
final class CaseDocument {

    private static final String BUSINESS_KEY = "businessKey";
    private static final String START_DATE = "startDate";
    private static final String PLANNED_END = "plannedEnd";
    private static final Set<String> NOT_COACHING = Set.of("TRAINING", "SPECIALIST_HELP");

    private CaseDocument() {}

    static Fields of(CaseDraft draft) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("phase", draft.phase().name());
        document.put("roles", roles(draft.roles()));
        lastReferral(draft).ifPresent(referral -> document.put("referral", withKey(referral)));
        List<CaseObject> employments = draft.open(Family.EMPLOYMENT);
        List<CaseObject> placements = draft.open(Family.PLACEMENT);
        document.put(
                "employments", employments.stream().map(CaseDocument::withKey).toList());
        document.put(
                "placements", placements.stream().map(CaseDocument::withKey).toList());
        document.put("dates", dates(draft));
        return new Fields(document);
    }

    /** A specialist learns nothing of the others, and the others nothing of a specialist. */
    private static List<Fields> roles(List<RoleHolder> holders) {
        List<Fields> roles = new ArrayList<>();
        for (RoleHolder held : holders) {
            if (held.role() != Role.SPECIALIST) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("role", held.role().name());
                fields.put("party", held.holder().party().value());
                held.holder().person().ifPresent(person -> fields.put("person", person));
                held.coachKind().ifPresent(kind -> fields.put("coachKind", kind.name()));
                roles.add(new Fields(fields));
            }
        }
        return roles;
    }

    private static Optional<CaseObject> lastReferral(CaseDraft draft) {
        return draft.objects().stream()
                .filter(object -> object.isOf(Family.REFERRAL))
                .filter(object -> object.content()
                        .code("kind")
                        .filter(NOT_COACHING::contains)
                        .isEmpty())
                .max(java.util.Comparator.comparing(CaseObject::open)
                        .thenComparing(object -> object.key().key()));
    }

    private static Fields withKey(CaseObject object) {
        return object.content().with(BUSINESS_KEY, object.key().key());
    }

    private static List<Fields> dates(CaseDraft draft) {
        List<Fields> dates = new ArrayList<>();
        for (Family family : List.of(Family.EMPLOYMENT, Family.PLACEMENT, Family.COACHING)) {
            for (CaseObject object : draft.open(family)) {
                Fields content = object.content();
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("family", family.code());
                content.date(START_DATE).ifPresent(date -> fields.put("start", date));
                content.date(PLANNED_END).ifPresent(date -> fields.put(PLANNED_END, date));
                dates.add(new Fields(fields));
            }
        }
        return dates;
    }
}
