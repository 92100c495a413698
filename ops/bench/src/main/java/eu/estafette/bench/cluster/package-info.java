/** Broker and topics of one measurement: started, filled, counted, thrown away. */
@NullMarked
package eu.estafette.bench.cluster;

import org.jspecify.annotations.NullMarked;
