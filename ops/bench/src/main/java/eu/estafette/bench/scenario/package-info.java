/** What is routed: parties, cases, events, and what must come out of them. */
@NullMarked
package eu.estafette.bench.scenario;

import org.jspecify.annotations.NullMarked;
