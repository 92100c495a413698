package eu.estafette.bench.router;

import eu.estafette.bench.competitor.Contender;
import eu.estafette.bench.competitor.Measurement;
import eu.estafette.bench.scenario.Tally;

/** One competitor in one round, and what it wrote. */
public record Round(Contender contender, Measurement measurement, Tally written) {}
