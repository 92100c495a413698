package eu.estafette.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** What a check of configuration found. */
final class CheckReport {

    private final String checked;

    /** @param checked what was looked at, in the plural */
    CheckReport(String checked) {
        this.checked = checked;
    }

    /** @param line from 1; 0 where the fault is of no single line */
    record Fault(String file, int line, String text) {}

    /** @param sound how many there are */
    int print(int sound, List<Fault> faults, boolean json, PrintWriter out) {
        if (json) {
            out.println(json(faults));
        } else if (faults.isEmpty()) {
            out.println("No fault in the %s (%d).".formatted(checked, sound));
        } else {
            faults.forEach(fault -> out.println(
                    (fault.line() > 0 ? fault.file() + ":" + fault.line() : fault.file()) + ": " + fault.text()));
            out.println();
            out.println("%d %s in the %s; a hub does not start with them."
                    .formatted(faults.size(), faults.size() == 1 ? "fault" : "faults", checked));
        }
        out.flush();
        return faults.isEmpty() ? ExitCode.OK : ExitCode.ATTENTION;
    }

    private static String json(List<Fault> faults) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("faults", faults));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("faults are plain values", e);
        }
    }
}
