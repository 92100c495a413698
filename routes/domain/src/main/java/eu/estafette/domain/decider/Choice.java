package eu.estafette.domain.decider;

import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.View;
import java.util.Optional;
import java.util.Set;

/**
 * In which view somebody is told.
 *
 * @param now     what may be shown as consents are
 * @param later   a wider one, after consent; absent if nothing is held back
 * @param missing categories of the wider one for which there is no consent
 */
record Choice(Optional<View> now, Optional<View> later, Set<Category> missing) {}
