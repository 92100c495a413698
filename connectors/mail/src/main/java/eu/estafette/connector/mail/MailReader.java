package eu.estafette.connector.mail;

import eu.estafette.connector.mail.Incoming.Bounced;
import eu.estafette.connector.mail.Incoming.Nothing;
import eu.estafette.connector.mail.Incoming.Replied;
import eu.estafette.connector.mail.Incoming.Unreadable;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells what a mail is. Of nested parts it looks at so many and so deep, and no further. */
final class MailReader {

    private static final Logger log = LoggerFactory.getLogger(MailReader.class);
    private static final int DEPTH = 8;
    private static final int PARTS = 100;
    private static final int CALENDAR_LIMIT = 256 * 1024;
    private static final byte[] NONE = new byte[0];

    private final LoopGuard guard;
    private final BounceReader bounces = new BounceReader();
    private final CalendarReader calendars = new CalendarReader();
    private final Session session = Session.getInstance(new Properties());

    MailReader(LoopGuard guard) {
        this.guard = guard;
    }

    Incoming read(byte[] raw) {
        try {
            MimeMessage mail = new MimeMessage(session, new ByteArrayInputStream(raw));
            try {
                return read(mail);
            } catch (UnreadableException e) {
                return new Unreadable(e, NONE, guard.answerTo(mail));
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // Jakarta Mail meets broken mails with exceptions of every kind; none may stop the mailbox
            log.debug("a mail cannot be read", e);
            return new Unreadable(
                    new UnreadableException("invalidMail", "MIME", "is no mail that can be read"),
                    NONE,
                    Optional.empty());
        }
    }

    private Incoming read(MimeMessage mail) throws MessagingException, IOException, UnreadableException {
        if (isReport(mail)) {
            return mail.getContent() instanceof Multipart report
                    ? new Bounced(bounces.read(report))
                    : unreadable("invalidMail", "multipart/report", "has no parts");
        }
        Optional<Part> calendar = new Search().calendar(mail, 0);
        if (calendar.isPresent() && !guard.isOwn(mail)) {
            byte[] content = bytes(calendar.get());
            try {
                return new Replied(calendars.read(text(content, calendar.get())));
            } catch (UnreadableException e) {
                return new Unreadable(e, content, guard.answerTo(mail));
            }
        }
        if (guard.isOwn(mail) || guard.isAutomatic(mail) && !guard.isOfServer(mail)) {
            return new Nothing();
        }
        return unreadable(
                "notAnAnswer", "text/calendar", "is missing; only calendar answers and bounces are read from mails");
    }

    private static Incoming unreadable(String code, String field, String detail) throws UnreadableException {
        throw new UnreadableException(code, field, detail);
    }

    private static boolean isReport(MimeMessage mail) throws MessagingException {
        try {
            ContentType type = new ContentType(mail.getContentType());
            String report = type.getParameter("report-type");
            return type.match("multipart/report") && (report == null || report.equalsIgnoreCase("delivery-status"));
        } catch (ParseException e) {
            return false;
        }
    }

    private static byte[] bytes(Part part) throws IOException, MessagingException, UnreadableException {
        try (InputStream in = part.getInputStream()) {
            byte[] content = in.readNBytes(CALENDAR_LIMIT + 1);
            if (content.length > CALENDAR_LIMIT) {
                throw new UnreadableException(
                        "tooLarge", "text/calendar", "has more than " + CALENDAR_LIMIT + " bytes");
            }
            return content;
        }
    }

    private static String text(byte[] content, Part part) {
        String text = new String(content, charset(part));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static Charset charset(Part part) {
        try {
            String named = new ContentType(part.getContentType()).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    /** A walk through one mail, with its limits. */
    private static final class Search {

        private int parts;

        Optional<Part> calendar(Part part, int depth) throws MessagingException, IOException, UnreadableException {
            if (++parts > PARTS || depth > DEPTH) {
                throw new UnreadableException("tooManyParts", "MIME", "has more parts in parts than are looked at");
            }
            if (part.isMimeType("text/calendar") || part.isMimeType("application/ics")) {
                return Optional.of(part);
            }
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
                for (int at = 0; at < several.getCount(); at++) {
                    Optional<Part> found = calendar(several.getBodyPart(at), depth + 1);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }
    }
}
