/**
 * SOAP 1.1 from partners who call us. The order at a door: who calls, how much, what it says, whether it may be said, the original durable,
 * the events durable, the answer. What went wrong before is a fault; what is wrong with the message is said in the standard's own form.
 */
@NullMarked
package eu.estafette.kit.soap.door;

import org.jspecify.annotations.NullMarked;
