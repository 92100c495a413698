/** Many events, real processes, and faults in the middle: the promises under what breaks. The {@code oracle} judges. */
package eu.estafette.acceptance.guarantee;
