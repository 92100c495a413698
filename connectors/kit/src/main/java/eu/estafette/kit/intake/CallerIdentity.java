package eu.estafette.kit.intake;

import eu.estafette.domain.party.PartyId;
import java.util.Map;
import java.util.Optional;

/** Who calls, as the server in front of a door has established it. The door itself looks at no token. */
public interface CallerIdentity {

    /**
     * The subject of the caller's token; empty if nobody was authenticated.
     *
     * @param call the headers of the call, those among them that the server adds for its own purposes
     */
    Optional<PartyId> of(Map<String, Object> call);
}
