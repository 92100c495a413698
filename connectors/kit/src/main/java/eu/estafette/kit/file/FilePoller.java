package eu.estafette.kit.file;

import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Rereading;
import eu.estafette.kit.poll.Round;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final FileRereading rereading;

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
        this.rereading = new FileRereading(connection, format, door, intake);
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
    public Optional<Rereading> rereading() {
        return Optional.of(rereading);
    }

    @Override
    public void poll(Round round) throws IOException {
        try (RemoteFolders remote = connection.open()) {
            List<RemoteFile> listed = remote.list(folders.in());
            Set<String> names = listed.stream().map(RemoteFile::name).collect(Collectors.toSet());
            for (RemoteFile file : format.complete(listed)) {
                if (!round.goesOn()) {
                    return;
                }
                take(remote, file, names, round);
            }
        }
    }

    private void take(RemoteFolders remote, RemoteFile file, Set<String> there, Round round) throws IOException {
        String path = folders.in() + "/" + file.name();
        try (LocalCopy copy = LocalCopy.of(remote, path)) {
            if (copy.size() != file.size()) {
                log.atInfo().addKeyValue("poller", id).log("a file grew while it was copied; it is read later");
                return;
            }
            if (intake.take(remote, file.name(), copy, round)) {
                putAway(remote, file.name(), there);
            }
        }
    }

    /** The trigger of a file goes last: without it what is left after a crash would never be looked at again. */
    private void putAway(RemoteFolders remote, String name, Set<String> there) throws IOException {
        List<String> together = new ArrayList<>(
                format.companionsOf(name).stream().filter(there::contains).toList());
        together.add(Math.max(together.size() - 1, 0), name);
        for (String file : together) {
            remote.move(folders.in() + "/" + file, folders.done() + "/" + file);
        }
    }
}
