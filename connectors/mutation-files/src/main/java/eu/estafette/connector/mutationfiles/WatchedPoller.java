package eu.estafette.connector.mutationfiles;

import eu.estafette.connector.mutationfiles.ExpectedFiles.Missing;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.employment.BrusselsTime;
import eu.estafette.kit.original.Originals;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Rereading;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches files, and sees that none is missing: once for each day on which one is, a note of the hub's own is set aside for the operators,
 * also while the partner cannot be reached.
 */
final class WatchedPoller implements Poller {

    private static final Logger log = LoggerFactory.getLogger(WatchedPoller.class);
    private static final String TOLD = "told-missing/";

    private final Poller files;
    private final ExpectedFiles expected;
    private final PartyId party;
    private final Originals originals;

    WatchedPoller(Poller files, ExpectedFiles expected, PartyId party, Originals originals) {
        this.files = files;
        this.expected = expected;
        this.party = party;
        this.originals = originals;
    }

    @Override
    public String id() {
        return files.id();
    }

    @Override
    public Duration interval() {
        return files.interval();
    }

    @Override
    public Optional<Rereading> rereading() {
        return files.rereading();
    }

    @Override
    public void poll(Round round) throws IOException {
        IOException trouble = fetch(round);
        if (round.goesOn()) {
            remember(expected.unknown(round), round);
            for (Missing missing : expected.missing(round)) {
                tell(missing, round);
            }
        }
        if (trouble != null) {
            throw trouble;
        }
    }

    private @Nullable IOException fetch(Round round) {
        try {
            files.poll(round);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private static void remember(Map<String, byte[]> entries, Round round) {
        if (entries.isEmpty()) {
            return;
        }
        try (Batch batch = round.begin()) {
            entries.forEach(batch::put);
            batch.commit();
        }
    }

    private void tell(Missing missing, Round round) {
        String key = TOLD + missing.publication();
        byte[] today =
                LocalDate.ofInstant(round.now(), BrusselsTime.ZONE).toString().getBytes(StandardCharsets.UTF_8);
        if (round.state(key).filter(day -> java.util.Arrays.equals(day, today)).isPresent()) {
            return;
        }
        String what = missing.publication().isEmpty() ? "file" : "file of " + missing.publication();
        var issue = new Issue(
                Stage.RULE,
                "fileMissing",
                "folder",
                what,
                Optional.empty(),
                "has not come since " + missing.since() + ", although one is expected every "
                        + expected.every().orElseThrow() + "; ask its sender");
        byte[] note = (files.id() + " on " + new String(today, StandardCharsets.UTF_8) + ": " + what + " "
                        + issue.detail() + ".\n")
                .getBytes(StandardCharsets.UTF_8);
        var aside = new SetAside(
                party, MutationFilesConnector.NAME, originals.keep(note), SetAside.REMARK, note, List.of(issue));
        try (Batch batch = round.begin()) {
            batch.setAside(aside);
            batch.put(key, today);
            batch.commit();
        }
        log.atWarn()
                .addKeyValue("poller", files.id())
                .addKeyValue("since", missing.since())
                .log("no file came");
    }
}
