package eu.estafette.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An operators' command in a process of its own, and what became of it. */
record Command(int exit, String out) {

    /** What ops/estafette launches. */
    private static final Path LAUNCHED = Path.of("..", "commands", "target", "estafette-commands.jar")
            .toAbsolutePath()
            .normalize();

    static Command run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", LAUNCHED.toString()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Command(process.waitFor(), out);
    }

    JsonNode json() throws IOException {
        return PartnerApi.JSON.readTree(out);
    }
}
