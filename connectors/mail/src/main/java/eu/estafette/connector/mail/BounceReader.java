package eu.estafette.connector.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads delivery status notifications. Which notice they are about stands in the headers of the mail that they bring back. */
final class BounceReader {

    private static final int RECIPIENTS = 50;
    private static final Pattern STATUS = Pattern.compile("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}");

    /**
     * Failures and deliveries; a delay tells nothing yet.
     *
     * @throws UnreadableException if it does not say which notice it is about, or nothing of what became of it
     */
    List<Bounce> read(Multipart report) throws UnreadableException, MessagingException, IOException {
        Optional<String> notice = Optional.empty();
        List<InternetHeaders> recipients = new ArrayList<>();
        for (int at = 0; at < report.getCount(); at++) {
            BodyPart part = report.getBodyPart(at);
            if (part.isMimeType("message/delivery-status") || part.isMimeType("message/global-delivery-status")) {
                recipients.addAll(recipients(part));
            } else if (isReturned(part)) {
                notice = notice(part);
            }
        }
        if (notice.isEmpty()) {
            throw new UnreadableException(
                    "noticeUnknown", "Message-ID", "of the mail that bounced is not there, or is none of this hub");
        }
        if (recipients.isEmpty()) {
            throw new UnreadableException("required", "message/delivery-status", "is missing or names no recipient");
        }
        List<Bounce> bounces = new ArrayList<>();
        for (InternetHeaders recipient : recipients) {
            bounce(notice.get(), recipient).ifPresent(bounces::add);
        }
        return bounces;
    }

    private static boolean isReturned(BodyPart part) throws MessagingException {
        return part.isMimeType("message/rfc822")
                || part.isMimeType("text/rfc822-headers")
                || part.isMimeType("message/global")
                || part.isMimeType("message/global-headers");
    }

    private static Optional<String> notice(BodyPart returned) throws MessagingException, IOException {
        try (InputStream in = returned.getInputStream()) {
            InternetHeaders headers = new InternetHeaders(in);
            return header(headers, MessageIds.NOTICE_HEADER)
                    .or(() -> header(headers, "Message-ID"))
                    .flatMap(MessageIds::noticeIn);
        }
    }

    /** The first group of fields is about the message, each one after it about a recipient. */
    private static List<InternetHeaders> recipients(BodyPart status) throws MessagingException, IOException {
        List<InternetHeaders> groups = new ArrayList<>();
        try (BufferedInputStream in = new BufferedInputStream(status.getInputStream())) {
            while (more(in) && groups.size() < RECIPIENTS) {
                InternetHeaders group = new InternetHeaders(in);
                if (header(group, "Action").isPresent()) {
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    private static boolean more(BufferedInputStream in) throws IOException {
        in.mark(1);
        boolean more = in.read() >= 0;
        in.reset();
        return more;
    }

    private static Optional<Bounce> bounce(String notice, InternetHeaders recipient) {
        String action = header(recipient, "Action").orElse("").strip().toLowerCase(Locale.ROOT);
        boolean failed = action.equals("failed");
        if (!failed && !List.of("delivered", "relayed", "expanded").contains(action)) {
            return Optional.empty();
        }
        Matcher status = STATUS.matcher(header(recipient, "Status").orElse(""));
        return Optional.of(new Bounce(notice, failed, status.find() ? status.group() : failed ? "5.0.0" : "2.0.0"));
    }

    private static Optional<String> header(InternetHeaders headers, String name) {
        return Optional.ofNullable(headers.getHeader(name, " "));
    }
}
