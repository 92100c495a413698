package eu.estafette.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.kit.problem.Issue.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProblemJsonTest {

    private static final Issue ISSUE =
            new Issue(Stage.SYNTAX, "unknownField", "body", "data.colour", Optional.of("red"), "is no field here");
    private static final Issue SILENT =
            new Issue(Stage.IDENTIFIER, "invalidPersonNumber", "body", "data.subject.number", Optional.empty(), "x");

    @Test
    void aProblemIsWrittenInBelgifsForm() throws IOException {
        // When
        JsonNode json =
                new ObjectMapper().readTree(ProblemJson.bytes(Problem.ofIssues(Stage.SYNTAX, List.of(ISSUE, SILENT))));

        // Then
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly("type", "title", "status", "detail", "instance", "issues");
        assertThat(json.get("type").asText()).isEqualTo("urn:problem-type:belgif:badRequest");
        assertThat(json.get("status").asInt()).isEqualTo(400);
        assertThat(json.get("instance").asText()).matches("urn:uuid:[0-9a-f-]{36}");
        assertThat(json.get("issues").get(0)).isEqualTo(new ObjectMapper().readTree("""
                                {"type":"urn:problem-type:estafette:unknownField","in":"body","name":"data.colour",
                                 "value":"red","detail":"is no field here"}"""));
        assertThat(json.get("issues").get(1).has("value")).isFalse();
    }

    static Stream<Arguments> problems() {
        return Stream.of(
                Arguments.of(
                        Problem.ofIssues(Stage.IDENTIFIER, List.of(SILENT)),
                        422,
                        "urn:problem-type:estafette:unprocessable"),
                Arguments.of(
                        Problem.ofIssues(Stage.RULE, List.of(SILENT)), 422, "urn:problem-type:estafette:unprocessable"),
                Arguments.of(Problem.unauthorized(), 401, "urn:problem-type:belgif:noAccessToken"),
                Arguments.of(Problem.forbidden(ISSUE), 403, "urn:problem-type:belgif:missingPermission"),
                Arguments.of(Problem.payloadTooLarge(10), 413, "urn:problem-type:belgif:payloadTooLarge"),
                Arguments.of(Problem.unsupportedMediaType("x"), 415, "urn:problem-type:estafette:unsupportedMediaType"),
                Arguments.of(Problem.internal(), 500, "urn:problem-type:belgif:internalServerError"),
                Arguments.of(Problem.unavailable(), 503, "urn:problem-type:belgif:serviceUnavailable"));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void everyProblemHasItsStatusAndType(Problem problem, int status, String type) {
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.type()).isEqualTo(type);
    }
}
