package eu.estafette.kit.file;

import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Round;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the files of one folder, one after the other. A file is put away when all of it is durable and answered; until then it stays where
 * its sender put it.
 */
public final class FilePoller implements Poller {

    private static final Logger log = LoggerFactory.getLogger(FilePoller.class);

    private final String id;
    private final Duration interval;
    private final RemoteFolders.Connection connection;
    private final FileFolders folders;
    private final FileFormat format;
    private final FileIntake intake;

    /** @param id as {@link Poller#id} */
    public FilePoller(
            String id,
            Duration interval,
            RemoteFolders.Connection connection,
            FileFolders folders,
            FileFormat format,
            FileDoor door) {
        this.id = id;
        this.interval = interval;
        this.connection = connection;
        this.folders = folders;
        this.format = format;
        this.intake = new FileIntake(door, format);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Duration interval() {
        return interval;
    }

    @Override
    public void poll(Round round) throws IOException {
        try (RemoteFolders remote = connection.open()) {
            for (RemoteFile file : format.complete(remote.list(folders.in()))) {
                if (!round.goesOn()) {
                    return;
                }
                take(remote, file, round);
            }
        }
    }

    private void take(RemoteFolders remote, RemoteFile file, Round round) throws IOException {
        String path = folders.in() + "/" + file.name();
        try (LocalCopy copy = LocalCopy.of(remote, path)) {
            if (copy.size() != file.size()) {
                log.atInfo().addKeyValue("poller", id).log("a file grew while it was copied; it is read later");
                return;
            }
            if (intake.take(remote, file.name(), copy, round)) {
                remote.move(path, folders.done() + "/" + file.name());
            }
        }
    }
}
