package eu.estafette.connector.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps programs from writing to each other without end (RFC 3834): only a person gets an answer. */
final class LoopGuard {

    private static final Pattern SERVERS = Pattern.compile("(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@.*");
    private static final Pattern NO_ADDRESS = Pattern.compile("\\s*<\\s*>\\s*");

    private final MailIdentity identity;

    LoopGuard(MailIdentity identity) {
        this.identity = identity;
    }

    boolean isOwn(MimeMessage mail) throws MessagingException {
        return sender(mail).filter(identity::isOwn).isPresent();
    }

    /** Whether a program sent it: it says so, it came by a list, or a mail server wrote it. */
    boolean isAutomatic(MimeMessage mail) throws MessagingException {
        boolean submitted = header(mail, "Auto-Submitted")
                .filter(word -> !word.toLowerCase(Locale.ROOT).matches("no\\b.*"))
                .isPresent();
        boolean bulk = header(mail, "Precedence")
                        .filter(word -> word.toLowerCase(Locale.ROOT).matches("bulk|list|junk|auto_reply"))
                        .isPresent()
                || header(mail, "List-Id").isPresent();
        return submitted || bulk || isOfServer(mail);
    }

    /** Whether it comes from a mail server rather than from a receiver's own program. */
    boolean isOfServer(MimeMessage mail) throws MessagingException {
        boolean withoutReturn = header(mail, "Return-Path")
                .filter(path -> NO_ADDRESS.matcher(path).matches())
                .isPresent();
        return withoutReturn
                || sender(mail)
                        .filter(from ->
                                SERVERS.matcher(from.toLowerCase(Locale.ROOT)).matches())
                        .isPresent();
    }

    /** Whom an answer may go to, if anybody. */
    Optional<String> answerTo(MimeMessage mail) throws MessagingException {
        return isOwn(mail) || isAutomatic(mail) ? Optional.empty() : sender(mail);
    }

    private static Optional<String> sender(MimeMessage mail) throws MessagingException {
        try {
            return header(mail, "From").stream()
                    .flatMap(from -> {
                        try {
                            return Arrays.stream(InternetAddress.parseHeader(from, false));
                        } catch (AddressException e) {
                            return java.util.stream.Stream.empty();
                        }
                    })
                    .map(InternetAddress::getAddress)
                    .filter(address -> address != null && MailAddress.isAddress(address))
                    .findFirst();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> header(MimeMessage mail, String name) throws MessagingException {
        return Optional.ofNullable(mail.getHeader(name, ",")).map(String::strip);
    }
}
