package eu.estafette.kit.file;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.FirstLook;
import eu.estafette.kit.file.FileFormat.Reading;
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

/**
 * Brings one file in. Crash windows: before the first batch the file is read as if for the first time; between two batches it is read on
 * from behind the last committed record, and its replies are written anew; when all is committed and the end is not, only the replies are;
 * when the end is committed it only has to be put away.
 */
final class FileIntake {

    /** Large enough for the cost of a transaction not to count, small enough for memory and for a rebalance. */
    private static final int BATCH = 1_000;

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
        String key = FileProgress.key(copy.original());
        Optional<FileProgress> before = round.state(key).map(FileProgress::of);
        var visit = new Visit(folders, name, copy.original(), key, round);
        try {
            if (before.filter(FileProgress::ended).isPresent()) {
                visit.repeated(copy, before.get());
                return true;
            }
            return visit.read(copy, before);
        } finally {
            visit.close();
        }
    }

    /** One file, once. */
    private final class Visit {

        private final String name;
        private final OriginalRef original;
        private final String key;
        private final Round round;
        private final List<ReplyWriter> replies = new ArrayList<>();
        private int accepted;
        private int refused;

        Visit(RemoteFolders folders, String name, OriginalRef original, String key, Round round) {
            this.name = name;
            this.original = original;
            this.key = key;
            this.round = round;
            format.repliesTo(name).forEach(reply -> replies.add(new ReplyWriter(folders, reply)));
        }

        boolean read(LocalCopy copy, Optional<FileProgress> before) throws IOException {
            FileProgress progress = before.orElseGet(() -> FileProgress.begun(name));
            Optional<Issue> unread = Optional.empty();
            try {
                if (before.isEmpty()) {
                    door.wayIn().originals().keep(copy.path());
                    look(copy, progress);
                }
                try (Records records = format.open(copy::read, name, original)) {
                    FileChunk chunk;
                    do {
                        if (!round.goesOn()) {
                            return false;
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
            return true;
        }

        /** What it finds is kept together with how far the file is read. */
        private void look(LocalCopy copy, FileProgress progress) throws IOException, FileRefusedException {
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
            Screened screened;
            switch (record.reading()) {
                case Reading.Nothing nothing -> {
                    return;
                }
                case Reading.Faulty(List<Issue> issues) -> screened = new Screened.Unfit(issues);
                case Reading.Event event ->
                    screened = door.wayIn().screening().screen(event.translated(), door.party());
            }
            switch (screened) {
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
                reply.write(reply.reply().entry(record, screened));
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

        void repeated(LocalCopy copy, FileProgress before) throws IOException {
            try {
                look(copy, before);
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

        void close() throws IOException {
            for (ReplyWriter reply : replies) {
                reply.close();
            }
        }
    }
}
