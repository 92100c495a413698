package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesExplainCommandTest {

    private static final String STILL_AT_WORK = """
            {"roles": {"COACH": "buddies/ria", "REFERRER": "ocmw-gent", "WELFARE": "ocmw-gent/income"},
             "facts": {"by": "COACH", "was": "EMPLOYED", "phase": "EMPLOYED", "employments": "ONE"}}
            """;

    private final Path folder;

    RulesExplainCommandTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void eachRowTellsWhetherItFiresAndWhy() throws IOException {
        // When
        Typed explained = explain("flanders", "employment.ended", STILL_AT_WORK);

        // Then
        assertThat(explained.err()).isEmpty();
        assertThat(row(explained, "E6"))
                .startsWith("fires")
                .contains("COACHING", "always", "COACH buddies/ria", "act:CONTACT-PERSON", "P3D");
        assertThat(row(explained, "E7"))
                .startsWith("does not")
                .contains("EMPLOYMENT", "employments is ONE, not NONE", "act:RESUME-MEDIATION", "P10D");
        assertThat(row(explained, "E9")).startsWith("fires").contains("employments is ONE", "nobody", "act:NONE");
        assertThat(explained.out().getLast()).matches("flanders, employment\\.ended: \\d+ of \\d+ rows fire\\.");
        assertThat(explained.exit()).isZero();
    }

    @Test
    void aStepThatNobodyOnTheCaseCanTakeHasNoOwner() throws IOException {
        // When
        Typed explained = explain("flanders", "employment.ended", "{\"facts\":{\"by\":\"EMPLOYER\"}}");

        // Then
        assertThat(row(explained, "E6")).contains("no owner");
    }

    @Test
    void anInformRowTellsWhatTheReceiverMaySee() throws IOException {
        // When
        Typed explained = explain(
                "flanders",
                "signal.raised",
                "{\"roles\":{\"UMBRELLA\":\"armen\"},\"facts\":{\"by\":\"COACH\",\"kind\":\"DISCRIMINATION\"}}");

        // Then
        assertThat(row(explained, "F1"))
                .startsWith("fires")
                .contains("kind is DISCRIMINATION", "UMBRELLA armen (signal-fact)");
    }

    @Test
    void aPartyOnTheCaseCallsForItsOwnTable() throws IOException {
        // When
        Typed explained = explain(
                "netherlands-municipality",
                "coaching.reported",
                "{\"roles\":{\"COMMISSIONER\":\"gemeente-utrecht\"},\"facts\":{\"by\":\"COACH\"}}");

        // Then
        assertThat(explained.err()).isEmpty();
        assertThat(explained.out().getLast())
                .startsWith("netherlands-municipality@gemeente-utrecht, coaching.reported: ");
    }

    @Test
    void otherwiseNamesTheRowThatTookItsPlace() throws IOException {
        // When
        Typed welfare = explain("flanders", "signal.raised", "{\"facts\":{\"by\":\"WELFARE\",\"kind\":\"OTHER\"}}");
        Typed coach = explain("flanders", "signal.raised", "{\"facts\":{\"by\":\"COACH\",\"kind\":\"OTHER\"}}");

        // Then
        assertThat(row(welfare, "S4")).startsWith("fires").contains("no other act row matches");
        assertThat(row(coach, "S4")).startsWith("does not").contains("S2 took its place");
    }

    @Test
    void jsonTellsEachConditionWithItsValue() throws IOException {
        // When
        Typed explained = explain("flanders", "employment.ended", STILL_AT_WORK, "--json");

        // Then
        assertThat(explained.out())
                .singleElement()
                .asString()
                .startsWith("{\"table\":\"flanders\",\"event\":\"employment.ended\",\"rows\":[{\"row\":\"")
                .contains("{\"row\":\"E7\",\"fires\":false,\"aspect\":\"EMPLOYMENT\",\"conditions\":[{\"fact\":"
                        + "\"employments\",\"value\":\"ONE\",\"oneOf\":[\"NONE\"],\"holds\":false}]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"facts":{"colour":"RED"}}             | employment.ended has no fact 'colour'; known are by, initiative, reason, was, phase, employments, coaching, absent, collision, missed, handover.
            {"facts":{"was":"LUNCH"}}              | 'LUNCH' is never was of employment.ended; known are NONE, ORIENTATION, TRAINING, JOB_SEARCH, PLACEMENT, EMPLOYED, AFTERCARE, DORMANT.
            {"facts":{"employments":1}}            | '1' is never employments of employment.ended; known are NONE, ONE, MANY.
            {"facts":{"has.COACH":"yes"}}          | has.COACH follows from who is named under roles; leave it out.
            {"roles":{"KING":"albert"}}            | there is no role KING to hold; known are REFERRER, COUNSELLOR, COACH, COACH_ORGANISATION, UMBRELLA, COMMISSIONER, EMPLOYMENT_SERVICE, WELFARE, TRAINING, INTEGRATION, EMPLOYER, WORKPLACE, COORDINATOR, SPECIALIST.
            {"roles":{"COACH":"/ria"}}             | roles.COACH names nobody; expected "party" or "party/person".
            {"rolls":{}}                           | 'rolls' is not expected here; known are the objects roles and facts.
            []                                     | holds no JSON object; expected {"roles":{…},"facts":{…}}.
            """)
    void aCaseThatCannotBeUnderstoodIsToldInASentence(String content, String sentence) throws IOException {
        // When
        Typed explained = explain("flanders", "employment.ended", content);

        // Then
        assertThat(explained.err()).containsExactly(folder.resolve("case.json") + ": " + sentence);
        assertThat(explained.out()).isEmpty();
        assertThat(explained.exit()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"facts":                                     | line 1, column 10
            {"facts":{"by":"COACH","by":"EMPLOYER"}}      | line 1, column 28
            {} {}                                         | line 1, column 4
            """)
    void whatIsNotJsonIsToldWithItsPlace(String content, String place) throws IOException {
        assertThat(explain("flanders", "employment.ended", content).err())
                .containsExactly(folder.resolve("case.json") + " is not JSON: see " + place + ".");
    }

    @Test
    void aFactThatEveryCaseHasMustBeGivenIfRowsAskIt() throws IOException {
        assertThat(explain("flanders", "signal.raised", "{\"facts\":{\"by\":\"COACH\"}}")
                        .err())
                .singleElement()
                .asString()
                .contains("no case is without kind (DISMISSAL_THREAT, ")
                .endsWith("), and rows ask it; add it to facts.");
    }

    @Test
    void anUnknownRulesetIsToldWithThoseKnown() throws IOException {
        assertThat(explain("france", "employment.ended", "{}").err())
                .containsExactly(
                        "There is no ruleset france; known are employer-hired, flanders, flanders-aspect-split, "
                                + "flanders-counsellor-split, flanders-interface, flanders-single-coach, francophone, "
                                + "netherlands-municipality, netherlands-uwv.");
    }

    @Test
    void anUnknownEventIsToldWithThoseKnown() throws IOException {
        assertThat(explain("flanders", "employment.eaten", "{}").err())
                .singleElement()
                .asString()
                .startsWith("There is no event employment.eaten; known are referral.requested, referral.decided, ");
    }

    @Test
    void aDayWithoutAValidTableIsToldInASentence() throws IOException {
        assertThat(explain("flanders", "employment.ended", "{}", "--on", "2019-01-01")
                        .err())
                .containsExactly("No table of flanders is valid on 2019-01-01: name another day with --on.");
    }

    @Test
    void aDayThatIsNoneIsToldInASentence() throws IOException {
        assertThat(explain("flanders", "employment.ended", "{}", "--on", "2026-13-01")
                        .err())
                .containsExactly("'2026-13-01' is no day such as 2026-03-31: see --on.");
    }

    @Test
    void tablesWithFaultsExplainNothing() throws IOException {
        // Given
        Path tables = Files.createDirectories(folder.resolve("config/rulesets"));
        Files.writeString(tables.resolve("broken.csv"), "# ruleset broken\n");

        // When
        Typed explained = explain(
                "broken",
                "employment.ended",
                "{}",
                "--config",
                folder.resolve("config").toString());

        // Then
        assertThat(explained.err())
                .containsExactly("The tables have 2 faults, so nothing follows from them: see rules check.");
        assertThat(explained.exit()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNotThereIsToldInASentence() {
        Path none = folder.resolve("none.json");

        assertThat(Typed.run("rules", "explain", "--ruleset", "flanders", "--event", "role.ended", "--case", none + "")
                        .err())
                .containsExactly(none + " cannot be read: name a readable file with --case.");
    }

    private Typed explain(String ruleset, String event, String content, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("case.json"), content);
        List<String> words = List.of(
                "rules",
                "explain",
                "--ruleset",
                ruleset,
                "--event",
                event,
                "--case",
                file.toString(),
                "--on",
                "2026-03-02");
        boolean dated = List.of(more).contains("--on");
        return Typed.run(Stream.concat(words.stream().limit(dated ? 8 : 10), Stream.of(more))
                .toArray(String[]::new));
    }

    private static String row(Typed explained, String id) {
        return explained.out().stream()
                .filter(line -> line.matches("(fires|does not) +" + id + " .*"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row " + id + " in " + explained));
    }
}
