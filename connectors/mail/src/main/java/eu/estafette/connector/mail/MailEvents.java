package eu.estafette.connector.mail;

import eu.estafette.connector.mail.KnownNotices.Sent;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Makes {@code notice.answered} of what came by mail: level BUSINESS of calendar replies, RECEPTION of mail servers' reports. */
final class MailEvents {

    private static final ZoneId DAYS = ZoneId.of("Europe/Brussels");
    private static final int REMARK = 500;
    /** The enhanced status codes of mail. */
    private static final String STATUS_SCHEME = "RFC3463";

    private final MailTexts texts = MailTexts.shipped();

    /** Where an answer was read: which part of which original. */
    record Source(OriginalRef original, int part) {}

    /** Empty where the attendee has not answered yet. */
    Optional<Translated> of(CalendarReply reply, Sent sent, Source source, Instant now) throws UnreadableException {
        Optional<String> outcome = outcome(reply);
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        Instant time = reply.stamp().filter(stamp -> stamp.isBefore(now)).orElse(now);
        String id = Hash.of(
                reply.uid(),
                reply.method().name(),
                reply.partstat(),
                String.valueOf(reply.stamp()),
                remark(reply, sent));
        EventDraft draft = draft(sent, "BUSINESS", id, source, time)
                .text("outcome", outcome.get(), "PARTSTAT")
                .text("remark", remark(reply, sent), "COMMENT");
        return Optional.of(draft.translated());
    }

    /** A failure is a refusal at the receiver's door; a delivery that is reported has no outcome. */
    Translated of(Bounce bounce, Sent sent, Source source, Instant now) {
        EventDraft draft = draft(sent, "RECEPTION", Hash.of(bounce.noticeId(), bounce.status()), source, now);
        if (bounce.failed()) {
            draft.text("outcome", "DECLINED", "Action")
                    .text("reason.scheme", STATUS_SCHEME, "Status")
                    .text("reason.code", bounce.status(), "Status");
        }
        return draft.translated();
    }

    private static EventDraft draft(Sent sent, String level, String id, Source source, Instant time) {
        return new EventDraft(EventType.NOTICE_ANSWERED, sent.party(), source.original(), source.part(), time)
                .text("noticeId", sent.noticeId(), "UID")
                .text("level", level, "METHOD")
                .text("businessKey", String.join("|", sent.noticeId(), level, id), "UID")
                .date("occurredOn", LocalDate.ofInstant(time, DAYS), "DTSTAMP");
    }

    private static Optional<String> outcome(CalendarReply reply) throws UnreadableException {
        if (reply.method() == CalendarReply.Method.COUNTER) {
            return Optional.of("NEEDS_INFO");
        }
        return switch (reply.partstat()) {
            case "ACCEPTED" -> Optional.of("ACCEPTED");
            case "DECLINED" -> Optional.of("DECLINED");
            case "TENTATIVE" -> Optional.of("NEEDS_INFO");
            case "COMPLETED" -> Optional.of("DONE");
            case "NEEDS-ACTION" -> Optional.empty();
            default ->
                throw new UnreadableException(
                        "invalidParticipation",
                        "PARTSTAT",
                        "is none of ACCEPTED, DECLINED and TENTATIVE; who else should act is not known by it");
        };
    }

    private String remark(CalendarReply reply, Sent sent) {
        String language = sent.party().language();
        String ours = reply.method() == CalendarReply.Method.COUNTER
                ? texts.text(language, "counter", reply.start().orElse("?"))
                : reply.partstat().equals("TENTATIVE") ? texts.text(language, "tentative") : "";
        String whole = (ours + " " + reply.comment().orElse("")).strip();
        return whole.length() <= REMARK ? whole : whole.substring(0, REMARK - 1) + "…";
    }
}
