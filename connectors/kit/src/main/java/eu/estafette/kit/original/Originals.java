package eu.estafette.kit.original;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Keeps what partners sent, so that an operator can see it and have it read again. Thread-safe. All throw
 * {@link eu.estafette.kit.intake.IntakeUnavailableException} when Kafka does not confirm in time.
 */
public interface Originals {

    /** Durable when it returns. Keeping the same bytes twice keeps them once more and does no harm. */
    OriginalRef keep(byte[] content);

    /** The same, for what is too large to hold in memory. */
    OriginalRef keep(Path content) throws IOException;
}
