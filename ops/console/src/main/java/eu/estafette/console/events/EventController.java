package eu.estafette.console.events;

import eu.estafette.console.problem.NotFoundException;
import eu.estafette.domain.catalogue.Catalogue;
import java.security.Principal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    EventStatus event(@PathVariable String path, @RequestParam Optional<String> at, Principal caller) {
        String id = path.substring(1);
        Optional<ReadPosition> position = at.map(ReadPosition::of);
        // the position first: what it covers was committed before it, so a row not found afterwards does not exist
        if (position.isPresent() && !events.isDecided(position.get())) {
            return EventStatus.accepted(id);
        }
        return events.find(id, caller.getName(), position)
                .orElseThrow(() -> new NotFoundException("Your party sent no event with this id."));
    }
}
