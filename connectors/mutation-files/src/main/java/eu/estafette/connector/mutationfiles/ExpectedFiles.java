package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.poll.Round;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which files must come how often. Their senders say by a file of its own that there is nothing to say, so that silence means trouble.
 *
 * @param every        empty if nobody waits for files
 * @param publications parts of the names of publications that are waited for one by one; none: for any file
 */
record ExpectedFiles(Optional<Duration> every, List<String> publications) {

    private static final String ANY = "";
    private static final String ARRIVED = "arrived/";

    ExpectedFiles {
        publications = publications.stream()
                .map(publication -> publication.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What is missing now. */
    record Missing(String publication, Instant since) {}

    /** To be remembered when a file has come. */
    Map<String, byte[]> arrivalOf(String fileName, Instant now) {
        Map<String, byte[]> remember = new HashMap<>();
        for (String publication : watched()) {
            if (isOf(fileName, publication)) {
                remember.put(ARRIVED + publication, moment(now));
            }
        }
        return remember;
    }

    /** To be remembered at the first look: what never came is missing from then on. */
    Map<String, byte[]> unknown(Round round) {
        Map<String, byte[]> remember = new HashMap<>();
        for (String publication : watched()) {
            if (round.state(ARRIVED + publication).isEmpty()) {
                remember.put(ARRIVED + publication, moment(round.now()));
            }
        }
        return remember;
    }

    List<Missing> missing(Round round) {
        List<Missing> missing = new ArrayList<>();
        for (String publication : watched()) {
            round.state(ARRIVED + publication)
                    .map(state -> Instant.parse(new String(state, StandardCharsets.UTF_8)))
                    .filter(last -> last.plus(every.orElseThrow()).isBefore(round.now()))
                    .ifPresent(last -> missing.add(new Missing(publication, last)));
        }
        return missing;
    }

    private List<String> watched() {
        if (every.isEmpty()) {
            return List.of();
        }
        return publications.isEmpty() ? List.of(ANY) : publications;
    }

    private static boolean isOf(String fileName, String publication) {
        return publication.equals(ANY)
                || PublishedName.of(fileName)
                        .filter(name ->
                                name.publication().toLowerCase(Locale.ROOT).contains(publication))
                        .isPresent();
    }

    private static byte[] moment(Instant moment) {
        return moment.toString().getBytes(StandardCharsets.UTF_8);
    }
}
