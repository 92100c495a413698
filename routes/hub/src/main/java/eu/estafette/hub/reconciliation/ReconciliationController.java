package eu.estafette.hub.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.problem.BadParameterException;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.contract.message.ReconciliationReport;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The sums of a day: all of them for operators, its own for a party. */
@RestController
public class ReconciliationController {

    private static final JsonMapper JSON = new JsonMapper();

    private final DailyReports reports;

    ReconciliationController(DailyReports reports) {
        this.reports = reports;
    }

    /**
     * The signed body unchanged; key id, signature and number stand in headers.
     *
     * @param maxAge seconds that a report may be old; an older one is followed by a new one
     */
    @GetMapping("/api/ops/reconciliation/{day}")
    @PreAuthorize("hasRole('OPERATOR')")
    ResponseEntity<String> all(@PathVariable String day, @RequestParam(defaultValue = "60") int maxAge) {
        ReconciliationReport report = reports.of(day(day), Duration.ofSeconds(Math.max(0, maxAge)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Estafette-Report", Long.toString(report.getNumber()))
                .header("Estafette-Key", report.getKeyId())
                .header("Estafette-Signature", base64(report.getSignature()))
                .body(report.getBody());
    }

    /** Of the newest report there is, so that no party can have all topics read. */
    @GetMapping("/api/reconciliation/{day}")
    JsonNode own(@PathVariable String day, Authentication caller) {
        ReconciliationReport report = reports.last(day(day))
                .orElseThrow(() -> new NotFoundException(
                        "There is no report on " + day + " yet: one is made within minutes once the day is over."));
        try {
            JsonNode body = JSON.readTree(report.getBody());
            ObjectNode own = JSON.createObjectNode();
            for (String field : new String[] {"day", "zone", "at", "number"}) {
                own.set(field, body.path(field));
            }
            own.set("sent", row(body.path("senders"), caller.getName()));
            own.set("received", row(body.path("receivers"), caller.getName()));
            return own;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("report " + report.getNumber() + " is not what was written", e);
        }
    }

    /** Null where the party sent or received nothing on that day. */
    private static JsonNode row(JsonNode rows, String party) {
        for (JsonNode row : rows) {
            if (row.path("party").asText().equals(party)) {
                return row;
            }
        }
        return JSON.nullNode();
    }

    private CountedDay day(String text) {
        try {
            LocalDate day = text.equals("today") ? reports.today().date() : LocalDate.parse(text);
            return new CountedDay(day);
        } catch (DateTimeParseException e) {
            throw new BadParameterException("day", text, "must be a day such as 2026-03-02, or today");
        }
    }

    private static String base64(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return Base64.getEncoder().encodeToString(copy);
    }
}
