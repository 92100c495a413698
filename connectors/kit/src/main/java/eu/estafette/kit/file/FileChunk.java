package eu.estafette.kit.file;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.Records;
import eu.estafette.kit.problem.Issue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some records that are brought in together.
 *
 * @param unread why nothing more can be read
 */
record FileChunk(List<FileRecord> records, boolean last, Optional<Issue> unread) {

    static FileChunk of(Records from, int most) throws IOException {
        List<FileRecord> records = new ArrayList<>();
        try {
            Optional<FileRecord> next;
            while ((next = from.next()).isPresent()) {
                records.add(next.get());
                if (records.size() == most) {
                    return new FileChunk(records, false, Optional.empty());
                }
            }
            return new FileChunk(records, true, Optional.empty());
        } catch (FileRefusedException e) {
            return new FileChunk(records, true, Optional.of(e.issue()));
        }
    }
}
