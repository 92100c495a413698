package eu.estafette.local.demo.formats;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/** A mail server with two accounts: a coach's, who has a calendar and no other system, and the hub's own. */
final class CoachMailbox implements AutoCloseable {

    static final String COACH = "kim@coachpunt.example";
    private static final String HUB = "estafette@hub.example";
    private static final String PASSWORD = "local-mail-password";
    private static final String LOOPBACK = "127.0.0.1";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_SMTP), new ServerSetup(0, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
    });

    private CoachMailbox() {}

    static CoachMailbox start() {
        var mailbox = new CoachMailbox();
        mailbox.server.start();
        mailbox.server.setUser(COACH, COACH, PASSWORD);
        mailbox.server.setUser(HUB, HUB, PASSWORD);
        return mailbox;
    }

    /** The hub's settings for its account here. */
    Map<String, Object> settings() {
        return Map.ofEntries(
                Map.entry("estafette.mail.from", HUB),
                Map.entry("estafette.mail.link-secrets", "link-secret-of-the-demo-and-nothing-else"),
                Map.entry("estafette.mail.smtp.host", LOOPBACK),
                Map.entry("estafette.mail.smtp.port", server.getSmtp().getPort()),
                Map.entry("estafette.mail.smtp.tls", "NONE"),
                Map.entry("estafette.mail.imap.host", LOOPBACK),
                Map.entry("estafette.mail.imap.port", server.getImap().getPort()),
                Map.entry("estafette.mail.imap.user", HUB),
                Map.entry("estafette.mail.imap.password", PASSWORD),
                Map.entry("estafette.mail.imap.tls", "NONE"),
                Map.entry("estafette.mail.imap.interval", "PT1S"));
    }

    /** The first mail of the hub with an entry for the coach's calendar, once it is there. */
    Optional<Invitation> invitation() throws MessagingException, IOException {
        for (MimeMessage mail : server.getReceivedMessagesForDomain("coachpunt.example")) {
            Optional<String> calendar = calendarIn(mail);
            if (calendar.isPresent()) {
                return Optional.of(new Invitation(mail.getSubject(), calendar.get()));
            }
        }
        return Optional.empty();
    }

    /** An entry of a calendar that the coach is asked to take over. */
    record Invitation(String subject, String calendar) {

        /** A property with its parameters, as it stands there. */
        private String line(String property) {
            return calendar.lines()
                    .filter(line -> line.startsWith(property))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("the entry has no " + property));
        }

        /** What a calendar program sends when its user declines (RFC 5546). */
        String declined(String comment) {
            return String.join(
                            "\r\n",
                            "BEGIN:VCALENDAR",
                            "VERSION:2.0",
                            "PRODID:-//a coach's calendar//NL",
                            "METHOD:REPLY",
                            "BEGIN:VEVENT",
                            line("UID"),
                            line("SEQUENCE"),
                            line("DTSTAMP"),
                            line("DTSTART"),
                            line("ORGANIZER"),
                            "ATTENDEE;PARTSTAT=DECLINED:mailto:" + COACH,
                            "COMMENT:" + comment,
                            "END:VEVENT",
                            "END:VCALENDAR")
                    + "\r\n";
        }
    }

    void decline(Invitation invitation, String comment) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", LOOPBACK);
        properties.put("mail.smtp.port", Integer.toString(server.getSmtp().getPort()));
        var reply = new MimeMessage(Session.getInstance(properties));
        reply.setFrom(new InternetAddress(COACH));
        reply.setRecipient(RecipientType.TO, new InternetAddress(HUB));
        reply.setSubject("Declined: " + invitation.subject(), StandardCharsets.UTF_8.name());
        reply.setContent(invitation.declined(comment), "text/calendar; method=REPLY; charset=UTF-8");
        Transport.send(reply);
    }

    private static Optional<String> calendarIn(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/calendar")) {
            try (InputStream content = part.getInputStream()) {
                return Optional.of(unfolded(new String(content.readAllBytes(), StandardCharsets.UTF_8)));
            }
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                Optional<String> found = calendarIn(parts.getBodyPart(at));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Long lines are folded (RFC 5545, section 3.1). */
    private static String unfolded(String calendar) {
        return Arrays.stream(calendar.replaceAll("\r?\n[ \t]", "").split("\r?\n"))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        server.stop();
    }
}
