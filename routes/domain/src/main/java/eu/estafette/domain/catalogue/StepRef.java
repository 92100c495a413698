package eu.estafette.domain.catalogue;

import eu.estafette.domain.party.Role;
import java.util.Optional;

/** A step that an event closes, some only when the event is about a certain role. */
public record StepRef(String step, Optional<Role> onlyFor) {

    static StepRef parse(String word, CsvRow row) {
        int colon = word.indexOf(':');
        return colon < 0
                ? new StepRef(word, Optional.empty())
                : new StepRef(word.substring(0, colon), Optional.of(Groups.role(word.substring(colon + 1), row)));
    }
}
