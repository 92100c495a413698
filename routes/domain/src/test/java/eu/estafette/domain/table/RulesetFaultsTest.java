package eu.estafette.domain.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.RulesetFault.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever edits a table is told everything that is wrong with it, with file, line and row. */
class RulesetFaultsTest {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final String HEAD = """
            # ruleset mine
            # extends flanders
            # valid 2026-01-01..
            id,on,when,aspect,who,does,within,if_silent,because
            """;
    private static final int FIRST_ROW = 5;

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
                    UNKNOWN_EVENT;  X1,employment.begun,always,ADMIN,COACH,inform:own,,,D
                    UNKNOWN_FACT;   X1,employment.started,mood=good,ADMIN,COACH,inform:own,,,D
                    UNKNOWN_FACT;   X1,employment.started,decision=ACCEPTED,ADMIN,COACH,inform:own,,,D
                    UNKNOWN_VALUE;  X1,referral.decided,decision=PERHAPS,ADMIN,COACH,inform:own,,,D
                    UNKNOWN_VALUE;  X1,person.moved,crosses!=STREET,ADMIN,COACH,inform:own,,,D
                    UNKNOWN_ROLE;   X1,employment.started,always,ADMIN,COACH > BOSS,inform:own,,,D
                    UNKNOWN_ROLE;   X1,employment.started,always,AFTERCARE,COACH > OPERATOR,act:TALK,P3D,tell:BOSS,D
                    UNKNOWN_CHAIN;  X1,employment.started,always,ADMIN,@friends,inform:own,,,D
                    UNKNOWN_STEP;   X1,employment.started,always,AFTERCARE,COACH > OPERATOR,act:DANCE,P3D,,D
                    UNKNOWN_STEP;   X1,employment.started,always,ADMIN,,close:DANCE,,,D
                    UNKNOWN_VIEW;   X1,employment.started,always,ADMIN,COACH,inform:everything,,,D
                    UNKNOWN_CLOCK;  X1,employment.started,always,ADMIN,,start-clock:cuckoo,,,D
                    UNKNOWN_PHASE;  X1,employment.started,always,ADMIN,,phase:EMPLOYED,,,D
                    UNKNOWN_FIELD;  X1,employment.started,always,AFTERCARE,COACH > OPERATOR,act:TALK,decideBefore-P2D,,D
                    UNKNOWN_ROW;    X1,,,,,off,,,D
                    ENDLESS_CHAIN;  X1,employment.started,always,AFTERCARE,COACH > UMBRELLA,act:TALK,P3D,,D
                    ENDLESS_CHAIN;  X1,employment.started,always,AFTERCARE,COACH > OPERATOR > UMBRELLA,act:TALK,P3D,,D
                    ENDLESS_CHAIN;  X1,employment.started,always,AFTERCARE,COACH + OPERATOR,act:TALK,P3D,,D
                    UNREACHABLE;    X1,person.moved,crosses=REGION & crosses=ADDRESS,ADMIN,COACH,inform:own,,,D
                    NOT_ENTITLED;   X1,signal.raised,always,ADMIN,WELFARE,inform:signal-full,,,D
                    NOT_ENTITLED;   X1,employment.started,always,AFTERCARE,SPECIALIST > OPERATOR,act:TALK,P3D,,D
                    NOT_ENTITLED;   X1,employment.started,always,AFTERCARE,COACH > OPERATOR,act:TALK,P3D,tell:EMPLOYER,D
                    SYNTAX;         X1,employment.started,always,ADMIN,COACH,inform:own,,D
                    SYNTAX;         X1,employment.started,,ADMIN,COACH,inform:own,,,D
                    SYNTAX;         X1,employment.started,always,,COACH,inform:own,,,D
                    SYNTAX;         X1,employment.started,always,ADMIN,COACH,,,,D
                    SYNTAX;         X1,employment.started,always,ADMIN,COACH,shout:own,,,D
                    SYNTAX;         X1,employment.started,always,AFTERCARE,COACH > OPERATOR,act:TALK,,,D
                    SYNTAX;         X1,employment.started,always,AFTERCARE,COACH > OPERATOR,act:TALK,P3X,,D
                    SYNTAX;         X1,employment.started,always,AFTERCARE,COACH > OPERATOR,act:TALK,P3D,maybe,D
                    SYNTAX;         X1,employment.started,hurry,ADMIN,COACH,inform:own,,,D
                    SYNTAX;         X1,employment.started,always,ADMIN,COACH > @circle,inform:own,,,D
                    """)
    void aFaultNamesItsRow(Kind kind, String row) {
        assertThat(faultsOf(row)).anySatisfy(fault -> {
            assertThat(fault.kind()).isEqualTo(kind);
            assertThat(fault.file()).isEqualTo("mine.csv");
            assertThat(fault.line()).isEqualTo(FIRST_ROW);
            assertThat(fault.row()).isEqualTo("X1");
        });
    }

    @Test
    void aGapNamesTheRowsAndTheStateFound() {
        List<RulesetFault> faults = faultsOf("M6,,,,,off,,,D");

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.GAP);
            assertThat(fault.row()).isEqualTo("M4 M5");
            assertThat(fault.message()).contains("mine, person.moved ADMIN").endsWith("when crosses=ADDRESS");
        });
    }

    @Test
    void anOverlapNamesTheRowsAndTheStateFound() {
        List<RulesetFault> faults = faultsOf("X1,placement.ended,kind=IBO,COACHING,COACH > OPERATOR,act:TALK,P3D,,D");

        assertThat(faults).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.OVERLAP);
            assertThat(fault.row()).isEqualTo("P6 X1");
            assertThat(fault.message())
                    .contains("mine, placement.ended COACHING")
                    .contains("kind=IBO");
        });
    }

    @Test
    void anOtherwiseThatHidesAGapIsRefused() {
        assertThat(faultsOf("M6,person.moved,otherwise,ADMIN,NOBODY,act:NONE,,,D"))
                .extracting(RulesetFault::kind)
                .containsExactly(Kind.GAP);
    }

    @Test
    void anEventThatNobodyActsOnIsRefused() {
        assertThat(faultsOf("W1,,,,,off,,,D"))
                .extracting(RulesetFault::kind)
                .containsExactlyInAnyOrder(Kind.MISSING_EVENT, Kind.MISSING_GROUP);
    }

    @Test
    void theHeadOfAFileIsChecked() {
        assertThat(faultsWith("x.csv", HEAD.replace("# ruleset mine\n", ""))).contains(Kind.HEADER);
        assertThat(faultsWith("x.csv", HEAD.replace("id,on", "id,off"))).contains(Kind.HEADER);
        assertThat(faultsWith("x.csv", HEAD + "# for COACH\n")).contains(Kind.HEADER);
        assertThat(faultsWith("x.csv", HEAD.replace("# extends flanders", "# for WELFARE=ocmw")))
                .contains(Kind.HEADER);
        assertThat(faultsWith("x.csv", HEAD.replace("2026-01-01..", "2026"))).contains(Kind.VALIDITY);
        assertThat(faultsWith("x.csv", HEAD.replace("2026-01-01..", "2026-01-01..2025-01-01")))
                .contains(Kind.VALIDITY);
        assertThat(faultsWith("x.csv", HEAD.replace("flanders", "atlantis"))).contains(Kind.UNKNOWN_PARENT);
        assertThat(faultsWith("x.csv", HEAD.replace("extends flanders", "extends mine")))
                .contains(Kind.UNKNOWN_PARENT);
    }

    @Test
    void twoVersionsMayNotBeValidOnTheSameDay() {
        assertThat(faultsWith(
                        "flanders~2026-07-01.csv",
                        HEAD.replace("mine", "flanders").replace("extends flanders", "extends common")))
                .contains(Kind.VALIDITY);
    }

    @Test
    void anIdStandsOnlyOnceInAFile() {
        String row = "X1,employment.started,always,ADMIN,COACH,inform:own,,,D";

        assertThat(faultsOf(row, row)).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(Kind.SYNTAX);
            assertThat(fault.line()).isEqualTo(FIRST_ROW + 1);
        });
    }

    @Test
    void aChainThatRefersToItselfIsRefused() {
        assertThat(faultsOf(
                        "@a,,,,@b,,,,D",
                        "@b,,,,COACH > @a,,,,D",
                        "X1,employment.started,always,ADMIN,@a,inform:own,,,D"))
                .extracting(RulesetFault::kind)
                .contains(Kind.ENDLESS_CHAIN);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        List<RulesetSource> sources = withMine(
                HEAD
                        + "X1,employment.begun,always,ADMIN,BOSS,inform:everything,,,D\nX2,employment.started,mood=good,ADMIN,COACH,inform:own,,,D\n");

        assertThatThrownBy(() -> Rulesets.load(sources, CATALOGUE))
                .isInstanceOfSatisfying(RulesetException.class, refused -> assertThat(refused.faults())
                        .extracting(RulesetFault::kind)
                        .contains(Kind.UNKNOWN_EVENT, Kind.UNKNOWN_ROLE, Kind.UNKNOWN_VIEW, Kind.UNKNOWN_FACT))
                .hasMessageContaining("mine.csv:5: row X1 UNKNOWN_VIEW: unknown view everything");
    }

    private static List<RulesetFault> faultsOf(String... rows) {
        return Rulesets.check(withMine(HEAD + String.join("\n", rows) + "\n"), CATALOGUE);
    }

    private static Set<Kind> faultsWith(String file, String text) {
        List<RulesetSource> sources = new ArrayList<>(ShippedRulesets.sources());
        sources.add(new RulesetSource(file, text));
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        Rulesets.check(sources, CATALOGUE).forEach(fault -> kinds.add(fault.kind()));
        return kinds;
    }

    private static List<RulesetSource> withMine(String text) {
        List<RulesetSource> sources = new ArrayList<>(ShippedRulesets.sources());
        sources.add(new RulesetSource("mine.csv", text));
        return sources;
    }

    @Test
    void aRegisterThatIsNotThereIsAFaultWithFileAndLine() {
        // Given
        String table = HEAD.replace("# valid", "# registers: suwinet, dimona bakery nobody\n# valid");
        List<RulesetSource> sources = new ArrayList<>(ShippedRulesets.sources());
        sources.add(new RulesetSource("mine.csv", table));
        Rulesets rulesets = Rulesets.load(sources, CATALOGUE);

        // When
        List<RulesetFault> faults = rulesets.faultsWith(new Registers());

        // Then
        assertThat(faults)
                .extracting(RulesetFault::toString)
                .containsExactly(
                        "mine.csv:3: UNKNOWN_REGISTER: bakery is no register: its file needs roles: [REGISTER]",
                        "mine.csv:3: UNKNOWN_REGISTER: there is no party nobody");
        assertThatThrownBy(() -> rulesets.requireFor(new Registers())).isInstanceOf(RulesetException.class);
        assertThat(ShippedRulesets.load(CATALOGUE).faultsWith(new Registers()))
                .as("the shipped tables name none")
                .isEmpty();
    }

    @Test
    void aTableHasTheRegistersOfTheNearestThatNamesSome() {
        // Given
        List<RulesetSource> sources = new ArrayList<>(ShippedRulesets.sources());
        sources.add(new RulesetSource("mine.csv", HEAD.replace("# valid", "# registers: suwinet\n# valid")));
        sources.add(new RulesetSource(
                "heir.csv", HEAD.replace("ruleset mine", "ruleset heir").replace("extends flanders", "extends mine")));
        Rulesets rulesets = Rulesets.load(sources, CATALOGUE);

        // Then
        for (String name : List.of("mine", "heir")) {
            assertThat(rulesets.tableFor(name, LocalDate.of(2026, 3, 2), List.of())
                            .orElseThrow()
                            .registers())
                    .containsExactly(new PartyId("suwinet"));
        }
    }

    /** Two registers and a baker. */
    private static final class Registers implements PartyDirectory {

        @Override
        public Optional<PartyId> find(PartyIdentifier identifier) {
            return Optional.empty();
        }

        @Override
        public Set<Role> rolesOf(PartyId party) {
            return party.value().equals("bakery") ? Set.of(Role.EMPLOYER) : Set.of();
        }

        @Override
        public Optional<String> rulesetOf(PartyId party) {
            return Optional.empty();
        }

        @Override
        public boolean isRegister(PartyId party) {
            return List.of("suwinet", "dimona").contains(party.value());
        }
    }
}
