package eu.estafette.kit.poll;

import eu.estafette.kit.intake.Screening;
import eu.estafette.kit.original.Originals;

/** What pollers hand what they fetch to, beside the round's batches. */
public record WayIn(Screening screening, Originals originals) {}
