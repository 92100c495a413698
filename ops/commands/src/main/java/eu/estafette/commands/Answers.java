package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.function.BiConsumer;

/** Shows an answer and finds the exit code in it: whatever the hub lists under {@code attention} needs somebody. */
final class Answers {

    private Answers() {}

    /** @param show writes the answer for people; not used with {@code --json} */
    static int show(Http.Answer answer, boolean json, PrintWriter out, BiConsumer<JsonNode, PrintWriter> show) {
        JsonNode body = answer.json();
        if (json) {
            out.println(answer.body());
        } else {
            show.accept(body, out);
            attention(body, out);
        }
        out.flush();
        return body.path("attention").isEmpty() ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private static void attention(JsonNode body, PrintWriter out) {
        if (body.path("attention").isEmpty()) {
            return;
        }
        out.println();
        out.println("Needs attention");
        var table = new Table(Table.Align.RIGHT, Table.Align.LEFT).indented();
        body.path("attention")
                .forEach(item ->
                        table.row(item.path("count").asText(), item.path("text").asText()));
        table.print(out);
    }
}
