package eu.estafette.connector.mutationfiles;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.estafette.kit.file.EarlierFile;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether the batch at hand follows the last one of its stream. What came and what is missing is in the poller's state. */
final class Sequence {

    private static final Logger log = LoggerFactory.getLogger(Sequence.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAME = "sequenceNumber";

    private final BatchHead head;
    private final Optional<Progress> before;
    private final Optional<String> known;
    private Optional<Progress> after = Optional.empty();

    private Sequence(BatchHead head, Optional<Progress> before, Optional<String> known) {
        this.head = head;
        this.before = before;
        this.known = known;
    }

    /**
     * How far a stream has come.
     *
     * @param highest number that came
     * @param missing numbers below that did not, since the first that did
     */
    record Progress(long highest, List<Gap> missing) {

        /** Numbers that did not come, both ends included. */
        record Gap(long from, long to) {}

        /** Without a number that came late. */
        Progress without(long number) {
            List<Gap> still = new ArrayList<>();
            for (Gap gap : missing) {
                if (number < gap.from() || number > gap.to()) {
                    still.add(gap);
                    continue;
                }
                if (gap.from() < number) {
                    still.add(new Gap(gap.from(), number - 1));
                }
                if (number < gap.to()) {
                    still.add(new Gap(number + 1, gap.to()));
                }
            }
            return new Progress(highest, still);
        }

        Progress upTo(long number) {
            List<Gap> more = new ArrayList<>(missing);
            if (number > highest + 1) {
                more.add(new Gap(highest + 1, number - 1));
            }
            return new Progress(number, more);
        }
    }

    static Sequence of(BatchHead head, Round round) {
        return new Sequence(
                head,
                round.state(streamKey(head)).map(Sequence::read),
                round.state(numberKey(head))
                        .map(state -> new String(state, StandardCharsets.UTF_8))
                        .filter(came -> !EarlierFile.brokeOff(new OriginalRef(came), round)));
    }

    /**
     * Takes the batch in its place; a gap before it is remarked, and the batch read.
     *
     * @throws FileRefusedException if another batch that could be read had its number
     */
    List<Issue> take(OriginalRef original, String file) throws FileRefusedException {
        if (known.filter(other -> !other.equals(original.sha256())).isPresent()) {
            throw Faults.file(
                    "sequenceReused",
                    "has the " + NAME + " " + head.sequence() + ", under which another content came before; nothing of"
                            + " it was read");
        }
        Progress progress = before.orElseGet(() -> new Progress(head.sequence(), List.of()));
        if (head.sequence() <= progress.highest()) {
            after = Optional.of(progress.without(head.sequence()));
            if (!after.get().equals(progress)) {
                log.atInfo()
                        .addKeyValue("stream", head.stream())
                        .addKeyValue(NAME, head.sequence())
                        .log("a batch that was missing has come");
            }
            return List.of();
        }
        after = Optional.of(progress.upTo(head.sequence()));
        return head.sequence() == progress.highest() + 1
                ? List.of()
                : List.of(gap(progress.highest() + 1, head.sequence() - 1, file));
    }

    private Issue gap(long from, long to, String file) {
        String missing = from == to ? Long.toString(from) : from + " to " + to;
        return new Issue(
                Stage.RULE,
                "sequenceGap",
                "file",
                NAME,
                Optional.of(Long.toString(head.sequence())),
                "of " + file + " is " + head.sequence() + ", but " + missing + " of stream " + head.stream()
                        + " never came; this file was read, and so is what is missing when it comes: ask its sender");
    }

    Map<String, byte[]> remember(OriginalRef original) {
        Map<String, byte[]> remember = new HashMap<>();
        remember.put(numberKey(head), original.sha256().getBytes(StandardCharsets.UTF_8));
        after.ifPresent(progress -> remember.put(streamKey(head), written(progress)));
        return remember;
    }

    private static String streamKey(BatchHead head) {
        return "stream/" + head.stream();
    }

    private static String numberKey(BatchHead head) {
        return "batch/" + head.stream() + "/" + head.sequence();
    }

    private static Progress read(byte[] state) {
        try {
            return JSON.readValue(state, Progress.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the progress of a stream cannot be read", e);
        }
    }

    private static byte[] written(Progress progress) {
        try {
            return JSON.writeValueAsBytes(progress);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
