package eu.estafette.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The jar as the launcher starts it, in a JVM of its own. */
class CommandsJarIT {

    private static final Path JAR = Path.of("target", "estafette-commands.jar");

    @Test
    void theJarHoldsAllThatTheCommandsNeed() throws Exception {
        try (var hub = new FakeHub()) {
            // Given
            hub.answers(
                    "/api/ops/lanes", "{\"items\":[],\"attention\":[{\"code\":\"X\",\"count\":1,\"text\":\"Look.\"}]}");

            // When, Then: asking a hub, and reading configuration
            assertThat(run("lanes", "--url", hub.url(), "--json")).isEqualTo(1);
            assertThat(run("rules", "check")).isZero();
            assertThat(run("parties", "check", "--config", "nowhere")).isEqualTo(2);
        }
    }

    private static int run(String... args) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<String>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.add("-jar");
        command.add(JAR.toString());
        command.addAll(java.util.List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        int exitCode = process.waitFor();
        assertThat(output).doesNotContain("Exception").isNotBlank();
        return exitCode;
    }
}
