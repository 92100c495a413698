package eu.estafette.hub.router;

import eu.estafette.contract.message.Sealed;
import eu.estafette.domain.cases.Case;
import java.time.Instant;
import java.util.Optional;

/**
 * A case with who it is about: the decisions never see the person, the notices must name him.
 *
 * @param due when something next falls due in it
 */
record StoredCase(Case file, Optional<Sealed> identity, Optional<Instant> due) {}
