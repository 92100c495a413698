package eu.estafette.hub.router;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.router.Stop.Passing;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;

/** What is in the transaction in which a process stops, out of {@link CrashStory}. */
enum Window {
    EVENT,
    RECEIPT,
    ANSWER,
    EDITED,
    RECALLED,
    LET_GO,
    RAISED,
    RAISED_DECIDED,
    EXPIRED,
    CASE_LEAVES,
    CASE_ARRIVES,
    FORWARDED,
    FORWARDED_DECIDED,
    BROKEN;

    private static final PlainAvro AVRO = new PlainAvro();

    /** What the router writes there. */
    Predicate<Passing> isSent() {
        return switch (this) {
            case EVENT -> journal(entry -> isOf(entry, "VA"));
            case RECEIPT -> journal(entry -> isOf(entry, "TRANSPORT"));
            case ANSWER -> journal(entry -> isOf(entry, "BUSINESS"));
            case EDITED ->
                record -> record.topic().equals(Topics.NOTICES)
                        && record.value() != null
                        && notice(record).getReplaces() != null;
            case RECALLED -> record -> record.topic().startsWith(Topics.recall(""));
            // of the two entries that one event brings about
            case LET_GO ->
                journal(entry -> isOf(entry, "EA")
                        && entry.getEvent().getType().equals("employment.ended")
                        && "ROUTED".equals(entry.getState()));
            case RAISED -> record -> record.topic().equals(Topics.EVENTS) && isRaised(record);
            case RAISED_DECIDED ->
                journal(entry ->
                        entry.getEvent() != null && entry.getEvent().getType().equals("step.overdue"));
            case EXPIRED -> journal(entry -> "EXPIRED".equals(entry.getState()));
            case CASE_LEAVES ->
                record -> record.topic().equals(Topics.EVENTS) && type(record).endsWith("case.notify.moved");
            case CASE_ARRIVES -> journal(entry -> entry.getKind().equals("MOVED"));
            case FORWARDED -> journal(entry -> entry.getKind().equals("FORWARDED"));
            case FORWARDED_DECIDED ->
                journal(entry -> isOf(entry, "E9") && entry.getKind().equals("DECIDED"));
            case BROKEN -> record -> record.topic().equals(Topics.INVALID);
        };
    }

    /** What the router reads there. */
    Predicate<Passing> isRead() {
        return switch (this) {
            case EVENT -> record -> type(record).endsWith("referral.notify.requested");
            case RAISED_DECIDED -> Window::isRaised;
            case CASE_ARRIVES -> record -> type(record).endsWith("case.notify.moved");
            case BROKEN -> record -> type(record).isEmpty();
            default -> throw new IllegalArgumentException("nothing to read for " + this);
        };
    }

    private static Predicate<Passing> journal(Predicate<JournalEntry> entry) {
        return record -> record.topic().equals(Topics.JOURNAL) && entry.test((JournalEntry) decoded(record));
    }

    private static boolean isOf(JournalEntry entry, String businessKey) {
        return entry.getEvent() != null && entry.getEvent().getBusinessKey().contains(businessKey);
    }

    private static Notice notice(Passing record) {
        return (Notice) decoded(record);
    }

    private static SpecificRecord decoded(Passing record) {
        return AVRO.deserialize(record.topic(), Objects.requireNonNull(record.value()));
    }

    private static boolean isRaised(Passing record) {
        return type(record).endsWith("step.notify.overdue");
    }

    private static String type(Passing record) {
        var header = record.headers().lastHeader("ce_type");
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
