package eu.estafette.kit.poll;

import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads once more what a poller set aside, after what stood in its way was mended: a party's registration, a rule, a fault of the hub's own.
 * Confined to the poller's thread.
 */
public interface Rereading {

    /**
     * Reads a part from the original.
     *
     * @param original names the whole message
     * @param content  the whole message; gone after the call
     * @param part     as {@link SetAside#part} has it; never {@link SetAside#REMARK}
     * @throws IOException if the partner is needed for it and cannot be reached; the next round tries again
     */
    Reread read(OriginalRef original, Path content, int part, Round round) throws IOException;

    /** What became of it. */
    sealed interface Reread {

        /**
         * An event, or why it still is none. Whoever asked brings it in or sets it aside.
         *
         * @param content the part itself, as it was sent
         */
        record Part(Screened screened, byte[] content) implements Reread {

            /** Without the content. */
            @Override
            public String toString() {
                return "Part[" + screened.getClass().getSimpleName() + "]";
            }
        }

        /**
         * A message that was read on from where it could not be read before, in batches of the poller's own.
         *
         * @param toItsEnd if not, the poller has set the rest aside anew
         */
        record ReadOn(boolean toItsEnd) implements Reread {}

        /** The original has no such part. */
        record NoSuchPart() implements Reread {}
    }
}
