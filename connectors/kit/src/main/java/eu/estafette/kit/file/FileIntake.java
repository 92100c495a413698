package eu.estafette.kit.file;

import eu.estafette.kit.poll.Round;
import java.io.IOException;
import java.util.Optional;

/**
 * Brings one file in. Crash windows: before the first batch the file is read as if for the first time; between two batches it is read on
 * from behind the last committed record, and its replies are written anew; when all is committed and the end is not, only the replies are;
 * when the end is committed it only has to be put away.
 */
final class FileIntake {

    private final FileDoor door;
    private final FileFormat format;

    FileIntake(FileDoor door, FileFormat format) {
        this.door = door;
        this.format = format;
    }

    /**
     * Reads it to its end, or as far as the round goes on.
     *
     * @return whether it is done with and may be put away
     */
    boolean take(RemoteFolders folders, String name, LocalCopy copy, Round round) throws IOException {
        Optional<FileProgress> before =
                round.state(FileProgress.key(copy.original())).map(FileProgress::of);
        try (var visit = new FileVisit(door, format, folders, name, copy, round)) {
            if (before.filter(FileProgress::ended).isPresent()) {
                visit.repeated(before.get());
                return true;
            }
            return visit.read(before);
        }
    }

    /**
     * Reads on where the file could not be read before.
     *
     * @param before how far that was
     */
    FileVisit.End goOn(RemoteFolders folders, LocalCopy copy, FileProgress before, Round round) throws IOException {
        try (var visit = new FileVisit(door, format, folders, before.name(), copy, round)) {
            return visit.readOn(before);
        }
    }
}
