package eu.estafette.bench.decide;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.RunnerException;

/** Whether what is measured is what is claimed, not how fast it is. */
class DecideBenchTest {

    @Test
    void eachTableIsMeasuredWithBothEvents() throws RunnerException {
        // When
        List<DecideBench.Line> lines = DecideBench.smoke();

        // Then
        assertThat(lines)
                .extracting(line -> line.what() + " " + line.table() + " " + line.event())
                .containsExactlyInAnyOrderElementsOf(Stream.of(Tables.HEAVIEST, "20", "100", "500")
                        .flatMap(
                                table -> Arrays.stream(Measured.values()).flatMap(event -> Stream.of("decide ", "rows ")
                                        .map(what -> what + table + " " + event)))
                        .toList());
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.nanos()).isPositive();
            // a thread's clock may not tick at all in what a smoke lasts
            assertThat(line.cpu()).isNotNegative();
            assertThat(line.bytes()).isPositive();
            assertThat(line.notices()).isPositive();
        });
    }

    @ParameterizedTest
    @EnumSource(Measured.class)
    void madeTablesDecideTheSameHoweverManyRowsTheyHave(Measured event) {
        assertThat(Stream.of("20", "100", "500").map(rows -> of(rows, event)).distinct())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Measured.class)
    void aMadeTableHasTheRowsItIsNamedAfterAllButAFewOnTheEvent(Measured event) {
        for (int rows : List.of(20, 100, 500)) {
            NextStepTable table = Tables.of(rows + "", Catalogue.shipped())
                    .tableFor(Tables.ruleset(rows + ""), History.TODAY, List.of())
                    .orElseThrow();

            assertThat(rows(table, event.event().type())).isBetween((long) rows - 10, (long) rows);
        }
    }

    @Test
    void noShippedTableHasMoreRowsThanTheHeaviest() {
        Rulesets shipped = ShippedRulesets.load(Catalogue.shipped());

        assertThat(shipped.names()).allSatisfy(name -> assertThat(rows(shipped, name))
                .isLessThanOrEqualTo(rows(shipped, Tables.HEAVIEST)));
    }

    private static Decision of(String table, Measured event) {
        return Moment.of(table, event).checked();
    }

    private static long rows(Rulesets rulesets, String name) {
        NextStepTable table = rulesets.tableFor(name, History.TODAY, List.of()).orElseThrow();
        return Arrays.stream(EventType.values())
                .mapToLong(type -> rows(table, type))
                .sum();
    }

    private static long rows(NextStepTable table, EventType type) {
        return table.explain(type, fact -> "").size();
    }
}
