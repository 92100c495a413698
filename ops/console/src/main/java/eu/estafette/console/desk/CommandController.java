package eu.estafette.console.desk;

import eu.estafette.console.problem.BadParameterException;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows operators how far their commands are. */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
public class CommandController {

    private static final int MOST = 1_000;

    private final CommandQueries commands;

    CommandController(CommandQueries commands) {
        this.commands = commands;
    }

    @GetMapping("/api/ops/commands/{id}")
    CommandReport command(
            @PathVariable String id,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "500") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new BadParameterException("limit", Integer.toString(limit), "Use a number from 1 to " + MOST + ".");
        }
        try {
            return commands.report(id, after.map(Long::parseUnsignedLong).orElse(0L), limit);
        } catch (NumberFormatException e) {
            throw new BadParameterException(
                    "after", after.orElse(""), "Give back the next of an earlier answer, or leave it out.");
        }
    }
}
