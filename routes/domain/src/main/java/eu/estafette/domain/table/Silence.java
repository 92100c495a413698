package eu.estafette.domain.table;

import eu.estafette.domain.party.Role;
import java.util.List;

/**
 * What follows when the owner of a step does not react in time.
 *
 * @param own  who becomes the owner the first time; empty = further down the row's chain
 * @param tell who is told; empty = the first of the chain {@code @origin}
 */
public record Silence(Chain own, List<Role> tell) {

    public Silence {
        tell = List.copyOf(tell);
    }
}
