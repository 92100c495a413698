package eu.estafette.domain.event;

import eu.estafette.domain.cases.CoachKind;
import eu.estafette.domain.cases.Role;
import eu.estafette.domain.party.PartyId;
import java.util.Optional;

/** Who an opening event says holds a role. */
public record RoleClaim(Role role, PartyId party, Optional<String> person, Optional<CoachKind> coachKind) {}
