package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepAnswerCommandTest extends HubTest {

    private static final String STEP = """
            {"id":"S1-abc","caseRef":"E1-AAAA","code":"TALK","object":{"family":"signal","key":"G1"},"owner":"OPERATOR","party":"hub",
             "state":"OPEN","openedOn":"2026-02-20","since":"2026-02-20T08:00:00Z","ageDays":13,"overdue":false,"unowned":true}
            """;

    @Test
    void aStepIsFoundByItsCaseAndCodeAndHandedOn() {
        // Given
        hub.answers("{\"items\":[" + STEP + "],\"attention\":[]}");
        hub.accepts("{\"id\":\"e-1\",\"source\":\"urn:estafette:hub:operator\",\"state\":\"ACCEPTED\"}");

        // When
        Typed answered =
                type("steps", "answer", "e1-aaaa", "talk", "handed_on", "--to", "COACH", "--remark", "as agreed");

        // Then
        assertThat(answered.out()).containsExactly("Kept as event e-1.");
        assertThat(answered.exit()).isZero();
        assertThat(hub.asked()).containsExactly("/api/ops/steps?unowned=true", "/api/ops/steps/S1-abc/answer");
        assertThat(hub.told()).containsExactly("{\"outcome\":\"HANDED_ON\",\"to\":\"COACH\",\"remark\":\"as agreed\"}");
    }

    @Test
    void ofSeveralStepsTheObjectTellsWhich() {
        // Given
        String other = STEP.replace("S1-abc", "S1-def").replace("\"G1\"", "\"G2\"");
        hub.answers("{\"items\":[" + STEP + "," + other + "],\"attention\":[]}");
        hub.accepts("{\"id\":\"e-1\"}");

        // When
        Typed unclear = type("steps", "answer", "E1-AAAA", "TALK", "DONE");
        Typed clear = type("steps", "answer", "E1-AAAA", "TALK", "DONE", "--object", "G2");

        // Then
        assertThat(unclear.err())
                .containsExactly(
                        "The case has several open steps TALK without an owner: add --object with one of G1, G2.");
        assertThat(unclear.exit()).isEqualTo(2);
        assertThat(clear.exit()).isZero();
        assertThat(hub.asked()).last().isEqualTo("/api/ops/steps/S1-def/answer");
    }

    @Test
    void aStepThatIsNotThereIsSaidToBeMissing() {
        // Given
        hub.answers("{\"items\":[],\"attention\":[]}");

        // When
        Typed answered = type("steps", "answer", "E1-AAAA", "TALK", "DONE");

        // Then
        assertThat(answered.err()).containsExactly("Case E1-AAAA has no open step TALK without an owner.");
        assertThat(answered.exit()).isEqualTo(2);
    }
}
