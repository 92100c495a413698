package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands do what it says. */
class ReadmeIT {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void theDemoPlaysItsStoriesAndDeliversAll() throws Exception {
        String printed = run(Map.of(), "ops/estafette", "demo", "--exit", "--port", "0");

        assertThat(readme()).contains("ops/estafette demo");
        assertThat(printed)
                .contains("S01 ", "must CONFIRM-END by 2026-06-10", "S08 ", "must EXPLAIN-WAGE-VALUE by 2026-06-08")
                .contains(
                        "kim@coachpunt.example declines in the calendar",
                        "must CHOOSE-OTHER",
                        "bakkerij finds FO.NOTI",
                        "(employment-start-benefit)",
                        "rejected: 3;number;invalidPersonNumber",
                        "gemeente-west fetches it")
                .containsPattern("Demo finished: \\d+ events, \\d+ notices, all delivered");
    }

    @Test
    void aNewcomersReferralIsAcceptedAndTraced() throws Exception {
        List<String> commands = commandsAfter("`ops/estafette run` starts the hub alone");
        try (Jvm hub = Jvm.hub(folder)) {
            // When
            String posted = shell(hub, String.join("\n", commands.subList(0, commands.size() - 1)));

            // Then
            assertThat(posted).contains("HTTP/1.1 202", "\"state\":\"ACCEPTED\"");
            await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(shell(hub, commands.getLast()))
                    .contains("REF-2026-0017", "DECIDE-REFERRAL", "jobcoach-noord"));
        }
    }

    @Test
    void ciRunsTheTestCommandOfTheReadme() throws Exception {
        assertThat(readme()).contains("./mvnw verify");
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("./mvnw verify");
    }

    @Test
    void everyFileTheReadmeNamesExists() throws Exception {
        for (String name : List.of(
                "docs/referral.json",
                "CONTRIBUTING.md",
                "ops/decisions",
                "ops/bench/run",
                "routes/domain/src/main/resources/catalogue",
                "routes/domain/src/main/resources/rulesets",
                "schemas/src/main/resources/contracts")) {
            assertThat(readme()).contains(name);
            assertThat(ROOT.resolve(name)).exists();
        }
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }

    /** The commands of the first block after a sentence. */
    private static List<String> commandsAfter(String sentence) throws IOException {
        String after = readme().substring(readme().indexOf(sentence));
        int begin = after.indexOf("```sh\n") + "```sh\n".length();
        return after.substring(begin, after.indexOf("\n```", begin)).lines().toList();
    }

    private String shell(Jvm hub, String commands) throws Exception {
        return run(
                Map.of("ESTAFETTE_URL", hub.address()),
                "bash",
                "-e",
                "-c",
                commands.replace("http://127.0.0.1:8080", hub.address()));
    }

    private String run(Map<String, String> environment, String... command) throws Exception {
        Path output = Files.createTempFile(folder, "output", ".txt");
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(10, TimeUnit.MINUTES);
        String printed = Files.readString(output, StandardCharsets.UTF_8);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as(printed).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }
}
