package eu.estafette.domain.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The steps: which belong to the case as a whole, and which carry a view of their own. */
public final class StepCatalogue {

    private static final String CASE_WIDE = "case-wide";
    private static final String DONE_ONLY = "done-only";

    private final Set<String> caseWide;
    private final Set<String> doneOnly;
    private final Map<String, String> viewByStep;
    private final Set<String> all;

    private StepCatalogue(Set<String> caseWide, Set<String> doneOnly, Map<String, String> viewByStep, Set<String> all) {
        this.caseWide = caseWide;
        this.doneOnly = doneOnly;
        this.viewByStep = viewByStep;
        this.all = all;
    }

    /** @param definitions lines of {@code steps.txt}: two lists of kinds, and per view the steps that carry it */
    static StepCatalogue of(Map<String, List<String>> definitions, Collection<ClosingRule> closes) {
        Map<String, String> views = new HashMap<>();
        Set<String> all = new TreeSet<>();
        definitions.forEach((name, steps) -> {
            all.addAll(steps);
            if (!name.equals(CASE_WIDE) && !name.equals(DONE_ONLY)) {
                steps.forEach(step -> views.put(step, name));
            }
        });
        closes.forEach(rule -> {
            rule.sameObject().forEach(ref -> all.add(ref.step()));
            rule.anyObject().forEach(ref -> all.add(ref.step()));
        });
        return new StepCatalogue(
                Set.copyOf(definitions.getOrDefault(CASE_WIDE, List.of())),
                Set.copyOf(definitions.getOrDefault(DONE_ONLY, List.of())),
                Map.copyOf(views),
                Set.copyOf(all));
    }

    /** One per case, whatever object opens it; other steps are one per object. */
    public boolean isCaseWide(String step) {
        return caseWide.contains(step);
    }

    /** Closed by nothing but the answer DONE. */
    public boolean isDoneOnly(String step) {
        return doneOnly.contains(step);
    }

    /** A step that asks for a decision cannot be answered DONE: the decision is the answer. */
    public boolean isDecision(String step) {
        return step.startsWith("DECIDE-");
    }

    /** The view a step's notice carries instead of one of the event's family. */
    public Optional<String> viewOf(String step) {
        return Optional.ofNullable(viewByStep.get(step));
    }

    public boolean has(String step) {
        return all.contains(step);
    }

    /** The codes of all steps. */
    public Set<String> all() {
        return all;
    }
}
