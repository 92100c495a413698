/** What makes the journal and the reports tamper-evident: digests, chains and signatures, the same for who writes and who verifies. */
@NullMarked
package eu.estafette.schemas.seal;

import org.jspecify.annotations.NullMarked;
