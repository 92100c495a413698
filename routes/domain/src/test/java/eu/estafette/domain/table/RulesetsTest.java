package eu.estafette.domain.table;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which table decides, and what it inherited. */
class RulesetsTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final List<RoleHolder> NOBODY = List.of();

    private final Rulesets shipped = ShippedRulesets.load(CATALOGUE);

    @Test
    void casesGoByTablesButNotByOverridesNorByWhatAllShare() {
        assertThat(shipped.names())
                .containsExactly(
                        "employer-hired",
                        "flanders",
                        "flanders-aspect-split",
                        "flanders-counsellor-split",
                        "flanders-interface",
                        "flanders-single-coach",
                        "francophone",
                        "netherlands-municipality",
                        "netherlands-uwv");
        assertThat(shipped.tableFor("common", DAY, NOBODY)).isEmpty();
        assertThat(shipped.tableFor("netherlands-municipality@gemeente-utrecht", DAY, NOBODY))
                .isEmpty();
    }

    @Test
    void theStepsThatAnEventCanAskOfARoleAreThoseOfAllTables() {
        assertThat(shipped.stepsAsked(EventType.REFERRAL_REQUESTED, Role.TRAINING))
                .containsExactly("DECIDE-REFERRAL");
        assertThat(shipped.stepsAsked(EventType.EMPLOYMENT_STARTED, Role.COACH))
                .contains("FIRST-DAY", "FIRST-WEEK")
                .doesNotContain("REVIEW-BENEFIT");
        assertThat(shipped.stepsAsked(EventType.EMPLOYMENT_STARTED, Role.SPECIALIST))
                .isEmpty();
    }

    @Test
    void aRowWithAParentsIdReplacesItAndOffRemovesIt() {
        NextStepTable uwv = shipped.tableFor("netherlands-uwv", DAY, NOBODY).orElseThrow();
        NextStepTable municipality =
                shipped.tableFor("netherlands-municipality", DAY, NOBODY).orElseThrow();

        assertThat(uwv.row("C6").orElseThrow().effects()).containsExactly(new Effect.Act("DECIDE-CONTINUATION"));
        assertThat(municipality.row("C6").orElseThrow().effects())
                .containsExactly(new Effect.InformView("coaching-report"));
        assertThat(uwv.row("V2")).isPresent();
        assertThat(municipality.row("V2")).isEmpty();
    }

    @Test
    void aChainOfTheTableItselfCountsInInheritedRows() {
        Row decides = shipped.tableFor("flanders", DAY, NOBODY)
                .flatMap(table -> table.row("R1"))
                .orElseThrow();

        assertThat(decides.who().chain().receivers())
                .startsWith(new Receiver.OfRole(Role.UMBRELLA))
                .endsWith(new Receiver.OfRole(Role.OPERATOR));
    }

    @Test
    void anOverrideWinsWhereItsPartyHoldsItsRole() {
        assertThat(name(List.of(holder(Role.COMMISSIONER, "gemeente-utrecht"))))
                .isEqualTo("netherlands-municipality@gemeente-utrecht");
        assertThat(name(List.of(holder(Role.COMMISSIONER, "gemeente-brinkhove"))))
                .isEqualTo("netherlands-municipality@gemeente-brinkhove");
        assertThat(name(List.of(holder(Role.WELFARE, "gemeente-utrecht")))).isEqualTo("netherlands-municipality");
    }

    @Test
    void theVersionOfTheDayCounts() {
        List<RulesetSource> sources = new ArrayList<>(ShippedRulesets.sources());
        sources.replaceAll(source -> source.file().equals("flanders.csv")
                ? new RulesetSource(source.file(), source.text().replace("2026-01-01..", "2026-01-01..2026-06-30"))
                : source);
        sources.add(new RulesetSource("flanders~2026-07-01.csv", """
                # ruleset flanders
                # extends common
                # valid 2026-07-01..
                id,on,when,aspect,who,does,within,if_silent,because
                @guide,,,,WELFARE > OPERATOR,,,,D
                """));
        Rulesets rulesets = Rulesets.load(sources, CATALOGUE);

        assertThat(guide(rulesets, "flanders", "2026-06-30")).isEqualTo(Role.COUNSELLOR);
        assertThat(guide(rulesets, "flanders", "2026-07-01")).isEqualTo(Role.WELFARE);
        assertThat(rulesets.tableFor("flanders", LocalDate.parse("2025-12-31"), NOBODY))
                .isEmpty();
        assertThat(rulesets.tableFor("employer-hired", LocalDate.parse("2026-07-01"), NOBODY))
                .map(NextStepTable::validity)
                .map(Validity::from)
                .contains(LocalDate.parse("2026-07-01"));
    }

    @Test
    void otherwiseFiresOnlyWhenNoOtherActOfItsAspectDoes() {
        NextStepTable flanders = shipped.tableFor("flanders", DAY, NOBODY).orElseThrow();

        assertThat(ids(flanders, "ART60")).contains("P3").doesNotContain("P4");
        assertThat(ids(flanders, "TRIAL")).contains("P4").doesNotContain("P3");
    }

    @Test
    void aCodeOfNoListCountsAsOther() {
        NextStepTable flanders = shipped.tableFor("flanders", DAY, NOBODY).orElseThrow();

        assertThat(ids(flanders, "SOMETHING_NEW")).contains("P4");
    }

    private static List<String> ids(NextStepTable table, String kind) {
        return table
                .firing(
                        EventType.PLACEMENT_STARTED,
                        fact -> fact instanceof Fact.OfField
                                ? kind
                                : fact.values().getFirst())
                .stream()
                .map(Row::id)
                .toList();
    }

    private String name(List<RoleHolder> roles) {
        return shipped.tableFor("netherlands-municipality", DAY, roles)
                .orElseThrow()
                .name();
    }

    private static Role guide(Rulesets rulesets, String ruleset, String day) {
        Receiver first = rulesets.tableFor(ruleset, LocalDate.parse(day), NOBODY)
                .flatMap(table -> table.row("T1"))
                .orElseThrow()
                .who()
                .chain()
                .receivers()
                .getFirst();
        return ((Receiver.OfRole) first).role();
    }

    private static RoleHolder holder(Role role, String party) {
        return new RoleHolder(role, Recipient.of(new PartyId(party)), Optional.empty(), Optional.empty());
    }
}
