package eu.estafette.kit.file;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.Records;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.poll.Rereading;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a record of a file once more, or the file on from where it broke off, by the original that was kept. */
final class FileRereading implements Rereading {

    private final RemoteFolders.Connection connection;
    private final FileFormat format;
    private final FileDoor door;
    private final FileIntake intake;

    FileRereading(RemoteFolders.Connection connection, FileFormat format, FileDoor door, FileIntake intake) {
        this.connection = connection;
        this.format = format;
        this.door = door;
        this.intake = intake;
    }

    @Override
    public Reread read(OriginalRef original, Path content, int part, Round round) throws IOException {
        Optional<FileProgress> before = round.state(FileProgress.key(original)).map(FileProgress::of);
        if (before.isEmpty()) {
            return new Reread.NoSuchPart();
        }
        // whoever keeps the content ends it
        @SuppressWarnings("resource")
        var copy = new LocalCopy(content, original);
        return part == SetAside.WHOLE
                ? rest(copy, before.get(), round)
                : record(copy, before.get().name(), part);
    }

    /** Its replies are written anew, so the partner is needed. */
    private Reread rest(LocalCopy copy, FileProgress before, Round round) throws IOException {
        try (RemoteFolders folders = connection.open()) {
            return switch (intake.goOn(folders, copy, before, round)) {
                case WHOLLY -> new Reread.ReadOn(true);
                case BROKEN -> new Reread.ReadOn(false);
                case NOT_YET -> throw new InterruptedIOException("the poller moved to another process");
            };
        }
    }

    private Reread record(LocalCopy copy, String name, int number) throws IOException {
        try (Records records = format.open(copy::read, name, copy.original())) {
            Optional<FileRecord> next;
            while ((next = records.next()).isPresent()) {
                FileRecord record = next.get();
                if (record.number() == number) {
                    return door.screen(record.reading())
                            .<Reread>map(told -> new Reread.Part(told, record.content()))
                            .orElseGet(Reread.NoSuchPart::new);
                }
            }
        } catch (FileRefusedException e) {
            // what could be read before it has no such record
        }
        return new Reread.NoSuchPart();
    }
}
