package eu.estafette.connector.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A letter in MIME, as iMIP (RFC 6047) wants it, which remembers whether its sending has begun. */
final class MimeLetter extends SMTPMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String id;
    private boolean begun;

    private MimeLetter(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @param now real time: mail servers compare it with their clocks */
    static MimeLetter of(Session session, Letter letter, MailIdentity identity, Instant now) throws MessagingException {
        var mail = new MimeLetter(session, MessageIds.ofNotice(letter.id(), identity.domain()));
        mail.setFrom(new InternetAddress(identity.from()));
        mail.setEnvelopeFrom(identity.from());
        mail.setRecipient(RecipientType.TO, new InternetAddress(letter.to()));
        mail.setSubject(letter.subject(), UTF_8);
        mail.setSentDate(Date.from(now));
        mail.setHeader("References", MessageIds.ofThread(letter.thread(), identity.domain()));
        mail.setHeader(MessageIds.NOTICE_HEADER, letter.id());
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("Content-Language", letter.language());
        // a bounce brings back headers only: enough to know the notice, and no more copies than needed
        mail.setNotifyOptions(NOTIFY_FAILURE);
        mail.setReturnOption(RETURN_HDRS);
        mail.setContent(content(letter));
        mail.saveChanges();
        return mail;
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        MimeMultipart said = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(letter.text(), UTF_8);
        said.addBodyPart(text);
        List<CalendarPart> calendar = letter.calendar();
        if (!calendar.isEmpty()) {
            said.addBodyPart(part(calendar.getFirst()));
        }
        if (calendar.size() <= 1) {
            return said;
        }
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(said);
        all.addBodyPart(first);
        for (CalendarPart more : calendar.subList(1, calendar.size())) {
            MimeBodyPart attached = part(more);
            attached.setDisposition(ATTACHMENT);
            all.addBodyPart(attached);
        }
        return all;
    }

    private static MimeBodyPart part(CalendarPart calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(calendar.text(), UTF_8, "calendar");
        part.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + calendar.method());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }

    @Override
    public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
        begun = true;
        super.writeTo(out, without);
    }

    /** Whether the server may have all of it: it had asked for the content. */
    boolean hasBegun() {
        return begun;
    }
}
