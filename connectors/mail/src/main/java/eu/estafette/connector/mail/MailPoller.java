package eu.estafette.connector.mail;

import eu.estafette.connector.mail.MailFolder.Waiting;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.original.Originals;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the hub's own mailbox. Each mail is a batch of its own, moved out of the folder only after that is committed.
 *
 * <p>Crash windows: before the commit nothing has happened, the mail is read again; between commit and move {@link Unsettled} knows it, and it
 * is only moved; after the move nothing is left to do.
 */
final class MailPoller implements Poller {

    private static final int MOST = 200;
    private static final int LIMIT = 10 * 1024 * 1024;

    private final String id;
    private final Duration interval;
    private final MailFolder.Opener mailbox;
    private final Originals originals;
    private final MailReader reader;
    private final MailBatch batches;
    private final CourtesyReply courtesy;

    MailPoller(
            String id,
            Duration interval,
            MailFolder.Opener mailbox,
            Originals originals,
            MailReader reader,
            MailBatch batches,
            CourtesyReply courtesy) {
        this.id = id;
        this.interval = interval;
        this.mailbox = mailbox;
        this.originals = originals;
        this.reader = reader;
        this.batches = batches;
        this.courtesy = courtesy;
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
        try (MailFolder folder = mailbox.open()) {
            List<Waiting> waiting = folder.waiting(MOST);
            Unsettled unsettled = Unsettled.of(round);
            unsettled.keepOnly(waiting.stream().map(Waiting::key).collect(Collectors.toSet()));
            for (Waiting mail : waiting) {
                if (!round.goesOn()) {
                    return;
                }
                if (!unsettled.has(mail.key())) {
                    take(mail, round, unsettled);
                }
                mail.settle();
                unsettled.settled(mail.key());
            }
        }
    }

    private void take(Waiting mail, Round round, Unsettled unsettled) throws IOException {
        if (mail.size() > LIMIT) {
            standAside(mail, round, unsettled);
            return;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        mail.copyTo(bytes);
        byte[] raw = bytes.toByteArray();
        Incoming read = reader.read(raw);
        OriginalRef original = originals.keep(raw);
        Optional<String> answerTo;
        try (Batch batch = round.begin()) {
            var work = new MailBatch.Work(original, raw, batch, new ReplyMemory(round), round.now());
            answerTo = batches.put(read, work);
            unsettled.with(mail.key(), batch);
            batch.commit();
        }
        answerTo.ifPresent(address -> courtesy.send(address, Hash.of(original.sha256())));
    }

    /** A mail too large to be an answer is kept, and not looked into. */
    private void standAside(Waiting mail, Round round, Unsettled unsettled) throws IOException {
        Path copy = Files.createTempFile("mail", ".eml");
        try {
            try (OutputStream out = Files.newOutputStream(copy)) {
                mail.copyTo(out);
            }
            OriginalRef original = originals.keep(copy);
            try (Batch batch = round.begin()) {
                batch.setAside(tooLarge(original));
                unsettled.with(mail.key(), batch);
                batch.commit();
            }
        } finally {
            Files.delete(copy);
        }
    }

    private static SetAside tooLarge(OriginalRef original) {
        return MailBatch.aside(
                original,
                new UnreadableException("tooLarge", "MIME", "has more than " + LIMIT + " bytes; see the original"));
    }
}
