package eu.estafette.kit.file;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.problem.Issue;
import java.time.Instant;
import java.util.Optional;

/**
 * A file written back about a file. It appears under its name when it is whole, and all that it says came in is durable by then. After a
 * crash it is written anew from the beginning, so it must not depend on anything but what it is given.
 */
public interface Reply {

    byte[] NOTHING = new byte[0];

    /** Where it is written. */
    String path();

    default byte[] begin() {
        return NOTHING;
    }

    /** What it says of one record. */
    default byte[] entry(FileRecord record, Screened screened) {
        return NOTHING;
    }

    /** Its last words. Nothing in the whole reply: it is not written. */
    default byte[] end(Summary summary) {
        return NOTHING;
    }

    /** Whether it is written although there is nothing in it, as files are whose being there is the message. Asked after its end. */
    default boolean isWrittenEmpty() {
        return false;
    }

    /**
     * What became of a file.
     *
     * @param accepted  records that are events now
     * @param refused   records that were set aside
     * @param sameAs    name of the file with the very same content that was read before; this one brought nothing in
     * @param unread    why the file was not read, or not to its end
     */
    record Summary(
            String name,
            OriginalRef original,
            int accepted,
            int refused,
            Instant readAt,
            Optional<String> sameAs,
            Optional<Issue> unread) {}
}
