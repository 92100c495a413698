package eu.estafette.console.events;

import eu.estafette.console.problem.NotFoundException;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.party.PartyId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What became of an event. A party sees its own; of others' it does not even learn that they exist. */
@RestController
public class EventController {

    private final EventQueries events;

    public EventController(JdbcClient jdbc, Catalogue catalogue) {
        events = new EventQueries(jdbc, new HoldQueries(jdbc, catalogue.groups()));
    }

    /** @param path the id after a slash; an id may hold slashes itself */
    @GetMapping("/api/events/{*path}")
    EventStatus event(@PathVariable String path, @RequestParam Optional<String> at, Authentication caller) {
        String id = path.substring(1);
        Optional<ReadPosition> position = at.map(ReadPosition::of);
        // the position first: what it covers was committed before it, so a row not found afterwards does not exist
        if (position.isPresent() && !events.isDecided(position.get())) {
            return EventStatus.accepted(id);
        }
        return events.find(id, party(caller), position)
                .orElseThrow(() -> new NotFoundException("Your party sent no event with this id."));
    }

    /** What operators send, they send for the hub. */
    private static String party(Authentication caller) {
        boolean operator = caller.getAuthorities().stream()
                .anyMatch(authority -> "ROLE_OPERATOR".equals(authority.getAuthority()));
        return operator ? PartyId.HUB.value() : caller.getName();
    }
}
