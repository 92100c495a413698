package eu.estafette.connector.mail;

import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Round;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Mails of which all is committed but which may still stand in the folder: after a crash they are put away and not read again. Written with
 * the batch of the next mail, so it holds only what that crash can have left.
 */
final class Unsettled {

    private static final String KEY = "unsettled";

    private final Set<String> mails;

    private Unsettled(Set<String> mails) {
        this.mails = mails;
    }

    static Unsettled of(Round round) {
        return new Unsettled(round.state(KEY)
                .map(value -> new String(value, StandardCharsets.UTF_8).lines().collect(Collectors.toSet()))
                .map(LinkedHashSet::new)
                .orElseGet(LinkedHashSet::new));
    }

    boolean has(String mail) {
        return mails.contains(mail);
    }

    /** From this batch on the mail is only to be put away. */
    void with(String mail, Batch batch) {
        mails.add(mail);
        batch.put(KEY, String.join("\n", mails).getBytes(StandardCharsets.UTF_8));
    }

    void settled(String mail) {
        mails.remove(mail);
    }

    /** What no longer stands in the folder. */
    void keepOnly(Set<String> waiting) {
        mails.retainAll(waiting);
    }
}
