package eu.estafette.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Why an operator does something. */
final class ReasonOption {

    @Option(names = "--reason", paramLabel = "TEXT", description = "why, in your own words; goes on record")
    private Optional<String> reason = Optional.empty();

    Optional<String> text() {
        return reason;
    }

    void into(ObjectNode body) {
        reason.ifPresent(why -> body.put("reason", why));
    }

    /** @throws TroubleException if nobody said why */
    void neededIn(ObjectNode body) throws TroubleException {
        if (reason.isEmpty()) {
            throw new TroubleException("Say why: this needs --reason TEXT. Nothing was done.");
        }
        into(body);
    }
}
