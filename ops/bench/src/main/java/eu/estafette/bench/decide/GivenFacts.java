package eu.estafette.bench.decide;

import eu.estafette.domain.table.Fact;
import eu.estafette.domain.table.FactSource;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/** The facts of the measured moments, looked up at almost no cost, so that the table's own shows. */
final class GivenFacts implements FactSource {

    private static final Map<String, String> OF_THE_CASE = Map.of(
            "by", "COACH",
            "was", "EMPLOYED",
            "phase", "EMPLOYED",
            "employments", "MANY",
            "coaching", "RUNNING",
            "contractForm", "FIXED",
            "status", "ABSENT");

    private final Map<Fact, String> values = new IdentityHashMap<>();

    GivenFacts(Collection<Fact> asked) {
        asked.forEach(fact -> values.put(fact, value(fact)));
    }

    private static String value(Fact fact) {
        String otherwise = fact instanceof Fact.HasRole ? "yes" : fact.values().contains("no") ? "no" : "NONE";
        return OF_THE_CASE.getOrDefault(fact.name(), otherwise);
    }

    @Override
    public String valueOf(Fact fact) {
        return values.getOrDefault(fact, "NONE");
    }
}
