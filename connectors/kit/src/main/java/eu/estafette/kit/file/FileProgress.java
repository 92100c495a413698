package eu.estafette.kit.file;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * How far a file was read, as it is kept in the poller's state.
 *
 * @param name    of the file when it was read first
 * @param records number of the last record whose event is durable; 0 before the first
 * @param ended   whether it was read to its end and answered
 */
record FileProgress(String name, int records, boolean ended) {

    private static final JsonMapper JSON = new JsonMapper();

    static FileProgress begun(String name) {
        return new FileProgress(name, 0, false);
    }

    FileProgress upTo(int record) {
        return new FileProgress(name, record, ended);
    }

    FileProgress end() {
        return new FileProgress(name, records, true);
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
