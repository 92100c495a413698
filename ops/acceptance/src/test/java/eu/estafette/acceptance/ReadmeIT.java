package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's commands do what it says. */
class ReadmeIT {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void theDemoPlaysBothCasesAndDeliversAll() throws Exception {
        String printed = run("ops/estafette", "demo", "--exit", "--port", "0");

        assertThat(readme()).contains("ops/estafette demo");
        assertThat(printed)
                .contains("must DECIDE-REFERRAL", "must FIRST-DAY", "must FIRST-WEEK", "must CHOOSE-OTHER")
                .containsPattern("Demo finished: \\d+ events, \\d+ notices, all delivered");
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

    private String run(String... command) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .directory(ROOT.toFile())
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
