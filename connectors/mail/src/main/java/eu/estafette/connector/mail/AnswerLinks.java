package eu.estafette.connector.mail;

import eu.estafette.contract.message.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Links by which a receiver answers without a system and without a token: signed over notice, party, outcome and expiry. Whoever has the
 * mail has the link, so a link can do no more than its one answer. Expiry is in the hub's time, as the dates of the notice are. Thread-safe.
 */
public final class AnswerLinks {

    static final String PATH = "/answer";

    /** From the due date, or from the notice where it has none. */
    static final Duration LIFE = Duration.ofDays(60);

    private final Seals seals;
    private final MailIdentity identity;

    public AnswerLinks(Seals seals, MailIdentity identity) {
        this.seals = seals;
        this.identity = identity;
    }

    /** What a link stands for. */
    record Offer(String noticeId, String party, String outcome, long expires) {

        boolean isOver(Instant now) {
            return now.getEpochSecond() > expires;
        }
    }

    String link(Notice notice, String outcome) {
        return link(notice.getNoticeId(), notice.getParty(), outcome, expiry(notice));
    }

    /** Where the party's answer of this outcome to this notice can be confirmed until then. */
    public String link(String noticeId, String party, String outcome, Instant until) {
        String expires = String.valueOf(until.getEpochSecond());
        return String.join(
                "/",
                identity.baseUrl() + PATH,
                noticeId,
                party,
                outcome,
                expires,
                seals.sign("link", noticeId, party, outcome, expires));
    }

    /** Empty for a link that is not ours, whole and unchanged. */
    Optional<Offer> open(String noticeId, String party, String outcome, String expires, String signature) {
        if (!expires.matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        long until = Long.parseLong(expires);
        return seals.isGenuine(signature, "link", noticeId, party, outcome, expires)
                ? Optional.of(new Offer(noticeId, party, outcome, until))
                : Optional.empty();
    }

    private static Instant expiry(Notice notice) {
        LocalDate due = notice.getStep() == null ? null : notice.getStep().getDue();
        Instant created = notice.getCreatedAt();
        Instant from = due == null ? created : due.atStartOfDay(ZoneOffset.UTC).toInstant();
        return (from.isAfter(created) ? from : created).plus(LIFE);
    }
}
