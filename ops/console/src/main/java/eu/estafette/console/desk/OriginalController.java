package eu.estafette.console.desk;

import eu.estafette.console.desk.OriginalReading.Of;
import eu.estafette.console.operations.AcceptedEvents;
import eu.estafette.console.operations.InvalidQueries;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.kit.problem.Issue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives out what partners sent, byte by byte, to who says why. */
@RestController
@RequestMapping("/api/ops/originals")
@PreAuthorize("hasRole('OPERATOR')")
public class OriginalController {

    private final AcceptedEvents events;
    private final InvalidQueries invalid;
    private final Desk desk;
    private final InstantSource clock;

    OriginalController(AcceptedEvents events, InvalidQueries invalid, Desk desk, InstantSource clock) {
        this.events = events;
        this.invalid = invalid;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A message as it came: never shown in a browser's window, whatever it holds.
     *
     * @param name   the id or place of an event, the place of something invalid, or the SHA-256 of a message
     * @param reason why it is to be read
     */
    @GetMapping("/{name}")
    void read(
            @PathVariable String name,
            @RequestParam Optional<String> reason,
            Principal operator,
            HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String why = reason.orElse("");
        Words.faultOf(why, LocalDate.ofInstant(now, ZoneOffset.UTC)).ifPresent(fault -> {
            throw new RefusedException(
                    List.of(new Issue(Issue.Stage.RULE, "invalidField", "query", "reason", Optional.empty(), fault)));
        });
        Path content = desk.original(new OriginalReading(what(name), operator.getName(), why, now))
                .orElseThrow(() -> new NotFoundException("What was sent is not kept any more under this name."));
        try {
            response.setContentType(MediaType.APPLICATION_OCTET_STREAM_VALUE);
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"original\"");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentLengthLong(Files.size(content));
            Files.copy(content, response.getOutputStream());
        } finally {
            Files.deleteIfExists(content);
        }
    }

    private Of what(String name) {
        return invalid.find(name)
                .filter(event -> event.isPart())
                .<Of>map(Of.SetAside::new)
                .or(() -> events.find(name).map(Of.Accepted::new))
                .or(() -> Optional.of(name)
                        .filter(text -> text.matches("[0-9a-f]{64}"))
                        .map(Of.Named::new))
                .orElseThrow(() -> new NotFoundException("No event, no invalid part and no original has this name."));
    }
}
