package eu.estafette.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Why rows fire or not. */
class ExplainingTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private final Rulesets shipped = ShippedRulesets.load(CATALOGUE);
    private final NextStepTable flanders =
            shipped.tableFor("flanders", DAY, List.of()).orElseThrow();

    @Test
    void whatIsExplainedToFireIsWhatFires() {
        Random random = new Random(1);
        for (String ruleset : shipped.names()) {
            NextStepTable table = shipped.tableFor(ruleset, DAY, List.of()).orElseThrow();
            for (EventType event : EventType.values()) {
                for (int round = 0; round < 50; round++) {
                    Map<Fact, String> state = table.asked(event).stream()
                            .collect(Collectors.toMap(fact -> fact, fact -> fact.values()
                                    .get(random.nextInt(fact.values().size()))));

                    FactSource source = fact -> state.getOrDefault(fact, "");

                    List<Verdict> verdicts = table.explain(event, source);

                    assertThat(verdicts.stream().filter(Verdict::fires).map(Verdict::row))
                            .as("%s %s %s", ruleset, event, state)
                            .containsExactlyElementsOf(table.firing(event, source));
                }
            }
        }
    }

    @Test
    void aConditionTellsTheValueItFound() {
        Verdict verdict = verdict("E7", EventType.EMPLOYMENT_ENDED, Map.of("employments", "ONE"));

        assertThat(verdict.fires()).isFalse();
        assertThat(((Verdict.Weighed) verdict).answers())
                .containsExactly(new Verdict.Answer(
                        new When.Condition("employments", false, Set.of("NONE")), List.of("NONE"), "ONE", false));
    }

    @Test
    void anUnknownValueCountsAsOther() {
        Verdict verdict = verdict("F1", EventType.SIGNAL_RAISED, Map.of("kind", "BRAND_NEW"));

        assertThat(((Verdict.Weighed) verdict).answers())
                .singleElement()
                .extracting(Verdict.Answer::value)
                .isEqualTo("OTHER");
    }

    @Test
    void otherwiseNamesTheRowThatTookItsPlace() {
        for (EventType event : EventType.values()) {
            for (Verdict verdict : flanders.explain(event, ExplainingTest::first)) {
                if (verdict instanceof Verdict.Otherwise otherwise) {
                    assertThat(otherwise.instead().isEmpty()).isEqualTo(otherwise.fires());
                    otherwise.instead().ifPresent(other -> assertThat(flanders.firing(event, ExplainingTest::first))
                            .contains(other)
                            .filteredOn(row -> row.isAct()
                                    && row.aspect().equals(otherwise.row().aspect()))
                            .hasSize(1));
                }
            }
        }
    }

    @Test
    void allFactsOfAnEventAreKnownByName() {
        assertThat(KnownFacts.of(EventType.ABSENCE_REPORTED, CATALOGUE))
                .extracting(Fact::name)
                .startsWith("by", "kind", "partly", "contractEnds", "was", "phase", "employments")
                .contains("has.COACH")
                .doesNotHaveDuplicates();
        for (EventType event : EventType.values()) {
            assertThat(KnownFacts.of(event, CATALOGUE)).as(event.shortName()).containsAll(flanders.asked(event));
        }
    }

    private Verdict verdict(String row, EventType event, Map<String, String> facts) {
        return flanders.explain(event, fact -> facts.getOrDefault(fact.name(), first(fact))).stream()
                .filter(verdict -> verdict.row().id().equals(row))
                .findFirst()
                .orElseThrow();
    }

    private static String first(Fact fact) {
        return fact.values().getFirst();
    }
}
