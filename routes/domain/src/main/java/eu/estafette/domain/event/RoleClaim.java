package eu.estafette.domain.event;

import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import java.util.Optional;

/** Who an opening event says holds a role. */
public record RoleClaim(Role role, PartyId party, Optional<String> person, Optional<CoachKind> coachKind) {}
