package eu.estafette.acceptance.oracle;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the guarantee runs found, one line per fault, in a file that outlives them: {@code guarantee-report.json}. A run replaces what an
 * earlier one found of the same fault.
 */
public final class GuaranteeReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public GuaranteeReport(Path file) {
        this.file = file;
    }

    /** The report of this build. */
    public static GuaranteeReport ofThisBuild() {
        return new GuaranteeReport(Path.of("target", "guarantee-report.json"));
    }

    /** @param figures what else was measured, by name */
    public void run(String fault, Verdict verdict, Map<String, Object> figures) throws IOException {
        ObjectNode run = JSON.createObjectNode()
                .put("fault", fault)
                .put("accepted", verdict.accepted())
                .put("delivered", verdict.delivered())
                .put("lost", verdict.lost().size())
                .put("orderViolations", verdict.orderViolations().size())
                .put("twoContents", verdict.twoContents().size())
                .put("twice", verdict.twice().size());
        run.putObject("duplicates")
                .put("callInDoubt", verdict.duplicates().callInDoubt())
                .put("answerLost", verdict.duplicates().answerLost())
                .put("otherwise", verdict.duplicates().otherwise().size());
        run.setAll((ObjectNode) JSON.valueToTree(figures));
        replace("runs", "fault", run);
    }

    /** @param by what the oracle found wrong */
    public void oracle(String broken, boolean detected, String by) throws IOException {
        replace(
                "oracle",
                "broken",
                JSON.createObjectNode()
                        .put("broken", broken)
                        .put("detected", detected)
                        .put("by", by));
    }

    /** What was measured of one thing beside the runs, by name. */
    public void measured(String what, Map<String, Object> figures) throws IOException {
        ObjectNode measured = JSON.createObjectNode().put("what", what);
        measured.setAll((ObjectNode) JSON.valueToTree(figures));
        replace("measured", "what", measured);
    }

    /** Tests that run beside each other, each in a process of its own, write into one report. */
    private void replace(String list, String key, ObjectNode entry) throws IOException {
        Path lock = Files.createDirectories(file.toAbsolutePath().getParent()).resolve(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE);
                FileLock held = channel.lock()) {
            write(list, key, entry);
        }
    }

    private void write(String list, String key, ObjectNode entry) throws IOException {
        ObjectNode report = Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
        for (String each : new String[] {"runs", "oracle", "measured"}) {
            if (!report.has(each)) {
                report.putArray(each);
            }
        }
        ArrayNode entries = JSON.createArrayNode();
        for (JsonNode before : report.get(list)) {
            if (!before.path(key).equals(entry.path(key))) {
                entries.add(before);
            }
        }
        report.set(list, entries.add(entry));
        JSON.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
    }
}
