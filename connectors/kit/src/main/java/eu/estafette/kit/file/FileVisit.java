package eu.estafette.kit.file;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.FirstLook;
import eu.estafette.kit.file.FileFormat.Records;
import eu.estafette.kit.file.Reply.Summary;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One file, once: what of it is not durable yet is brought in, batch by batch, and all of it is answered. */
final class FileVisit implements AutoCloseable {

    /** Large enough for the cost of a transaction not to count, small enough for memory and for a rebalance. */
    private static final int BATCH = 1_000;

    private final FileDoor door;
    private final FileFormat format;
    private final String name;
    private final LocalCopy copy;
    private final OriginalRef original;
    private final String key;
    private final Round round;
    private final List<ReplyWriter> replies = new ArrayList<>();
    private int accepted;
    private int refused;

    FileVisit(FileDoor door, FileFormat format, RemoteFolders folders, String name, LocalCopy copy, Round round) {
        this.door = door;
        this.format = format;
        this.name = name;
        this.copy = copy;
        this.original = copy.original();
        this.key = FileProgress.key(original);
        this.round = round;
        format.repliesTo(name).forEach(reply -> replies.add(new ReplyWriter(folders, reply)));
    }

    /** How it ended. */
    enum End {
        /** The round did. */
        NOT_YET,
        /** At the end of the file. */
        WHOLLY,
        /** Where nothing more could be read. */
        BROKEN
    }

    /** @return whether it is done with */
    boolean read(Optional<FileProgress> before) throws IOException {
        FileProgress progress = before.orElseGet(() -> FileProgress.begun(name));
        if (before.isEmpty()) {
            door.wayIn().originals().keep(copy.path());
        }
        return read(progress, before.isEmpty()) != End.NOT_YET;
    }

    /** As after a crash behind the last record that is durable, but with a new look at the whole. */
    End readOn(FileProgress before) throws IOException {
        return read(before.reopened(), true);
    }

    private End read(FileProgress begin, boolean isToBeLookedAt) throws IOException {
        FileProgress progress = begin;
        Optional<Issue> unread = Optional.empty();
        try {
            if (isToBeLookedAt) {
                look(progress);
            }
            try (Records records = format.open(copy::read, name, original)) {
                FileChunk chunk;
                do {
                    if (!round.goesOn()) {
                        return End.NOT_YET;
                    }
                    chunk = FileChunk.of(records, BATCH);
                    progress = bring(chunk.records(), progress);
                } while (!chunk.last());
                unread = chunk.unread();
            }
        } catch (FileRefusedException e) {
            unread = Optional.of(e.issue());
        }
        answer(new Summary(name, original, accepted, refused, round.now(), Optional.empty(), unread));
        end(progress, unread);
        return unread.isEmpty() ? End.WHOLLY : End.BROKEN;
    }

    /** What it finds is kept together with how far the file is read. */
    private void look(FileProgress progress) throws IOException, FileRefusedException {
        FirstLook look = format.lookAt(copy::read, name, original, round);
        if (look.equals(FirstLook.NOTHING)) {
            return;
        }
        try (Batch batch = round.begin()) {
            if (!look.remarks().isEmpty()) {
                batch.setAside(aside(SetAside.REMARK, Reply.NOTHING, look.remarks()));
            }
            look.remember().forEach(batch::put);
            batch.put(key, progress.state());
            batch.commit();
        }
    }

    /** Those that are durable already are only answered. */
    private FileProgress bring(List<FileRecord> chunk, FileProgress progress) throws IOException {
        if (chunk.isEmpty()) {
            return progress;
        }
        int last = chunk.getLast().number();
        try (Batch batch = round.begin()) {
            for (FileRecord record : chunk) {
                take(record, Optional.of(batch).filter(open -> record.number() > progress.records()));
            }
            if (last <= progress.records()) {
                return progress;
            }
            FileProgress next = progress.upTo(last);
            batch.put(key, next.state());
            batch.commit();
            return next;
        }
    }

    private void take(FileRecord record, Optional<Batch> batch) throws IOException {
        Optional<Screened> told = door.screen(record.reading());
        if (told.isEmpty()) {
            return;
        }
        switch (told.get()) {
            case Screened.Fit fit -> {
                accepted++;
                batch.ifPresent(open -> open.accept(fit.accepted()));
            }
            case Screened.Unfit(List<Issue> issues) -> {
                refused++;
                batch.ifPresent(open -> open.setAside(aside(record.number(), record.content(), issues)));
            }
        }
        for (ReplyWriter reply : replies) {
            reply.write(reply.reply().entry(record, told.get()));
        }
    }

    /** All of the file that a reply speaks of is durable now. */
    private void answer(Summary summary) throws IOException {
        for (ReplyWriter reply : replies) {
            reply.end(summary);
        }
    }

    private void end(FileProgress progress, Optional<Issue> unread) {
        try (Batch batch = round.begin()) {
            unread.ifPresent(issue -> batch.setAside(aside(SetAside.WHOLE, Reply.NOTHING, List.of(issue))));
            batch.put(key, progress.end(unread.isEmpty()).state());
            batch.commit();
        }
    }

    void repeated(FileProgress before) throws IOException {
        try {
            look(before);
        } catch (FileRefusedException e) {
            // told when it came first
        }
        if (!before.name().equals(name)) {
            answer(new Summary(name, original, 0, 0, round.now(), Optional.of(before.name()), Optional.empty()));
        }
    }

    private SetAside aside(int part, byte[] content, List<Issue> issues) {
        return new SetAside(door.party().id(), door.connector(), original, part, content, issues);
    }

    @Override
    public void close() throws IOException {
        for (ReplyWriter reply : replies) {
            reply.close();
        }
    }
}
