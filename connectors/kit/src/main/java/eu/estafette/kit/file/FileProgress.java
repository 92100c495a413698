package eu.estafette.kit.file;

import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.estafette.kit.original.OriginalRef;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How far a file was read, as it is kept in the poller's state.
 *
 * @param name    of the file when it was read first
 * @param records number of the last record whose event is durable; 0 before the first
 * @param ended   whether it was read as far as it can be, and answered
 * @param broken  whether that was not to its end
 */
record FileProgress(String name, int records, boolean ended, boolean broken) {

    private static final JsonMapper JSON = new JsonMapper();

    static FileProgress begun(String name) {
        return new FileProgress(name, 0, false, false);
    }

    FileProgress upTo(int record) {
        return new FileProgress(name, record, ended, broken);
    }

    /** @param wholly whether there was nothing that could not be read */
    FileProgress end(boolean wholly) {
        return new FileProgress(name, records, true, !wholly);
    }

    /** To be read on. */
    FileProgress reopened() {
        return new FileProgress(name, records, false, false);
    }

    /** Where the progress of this content is kept. */
    static String key(OriginalRef original) {
        return "file/" + original;
    }

    static FileProgress of(byte[] state) {
        try {
            return JSON.readValue(state, FileProgress.class);
        } catch (IOException e) {
            throw new UncheckedIOException("a file's progress cannot be read", e);
        }
    }

    byte[] state() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
