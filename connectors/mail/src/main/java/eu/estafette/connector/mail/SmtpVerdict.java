package eu.estafette.connector.mail;

import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.util.MailConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Whose trouble it is when a mail does not go out. What the server says to the recipient or the content with 5xx is this notice's own; all
 * else stops every mail alike. Names the server only: its replies repeat addresses.
 */
final class SmtpVerdict {

    private static final Pattern ENHANCED = Pattern.compile("\\b[245]\\.[0-9]{1,3}\\.[0-9]{1,3}\\b");
    private static final String MOVED_AWAY = "5.1.6";
    private static final Map<String, String> CODES = Map.of(
            "5.1.1", "MAILBOX_UNKNOWN",
            "5.1.2", "DOMAIN_UNKNOWN",
            "5.1.10", "DOMAIN_TAKES_NO_MAIL",
            "5.2.1", "MAILBOX_DISABLED",
            "5.2.2", "MAILBOX_FULL");

    private final String server;

    SmtpVerdict(String server) {
        this.server = server;
    }

    DeliveryResult sent(int status) {
        return new Delivered(OptionalInt.of(status));
    }

    /** No connection, or none that lets us send. */
    DeliveryResult notReached(MessagingException failure) {
        String code =
                switch (failure) {
                    case AuthenticationFailedException ignored -> "LOGIN";
                    case MailConnectException ignored -> "CONNECT";
                    default -> cause(failure);
                };
        return trouble(code, OptionalInt.empty(), "could not be reached or does not let us in", false);
    }

    /** @param begun whether the content was under way */
    DeliveryResult notSent(MessagingException failure, boolean begun) {
        Optional<Said> said = said(failure);
        if (said.isEmpty()) {
            return trouble(cause(failure), OptionalInt.empty(), "gave no clear answer", begun);
        }
        Said answer = said.get();
        OptionalInt status = OptionalInt.of(answer.status());
        if (answer.status() / 100 != 5 || !answer.aboutNotice()) {
            return trouble("SMTP_" + answer.status(), status, "answered " + answer.status(), false);
        }
        String enhanced = answer.enhanced().orElse("");
        if (enhanced.equals(MOVED_AWAY)) {
            return new Gone(server + " answered " + answer.status() + " " + enhanced
                    + ": the mailbox has moved and the address is no more");
        }
        String code = CODES.getOrDefault(enhanced, "SMTP_" + answer.status());
        return new Refused(
                code, status, (server + " answered " + answer.status() + " " + enhanced).strip() + ": mail refused");
    }

    private DeliveryResult trouble(String code, OptionalInt status, String detail, boolean inDoubt) {
        return new PartnerTrouble(code, status, server + " " + detail, Optional.empty(), inDoubt);
    }

    /** A reply of the server; {@code aboutNotice} if it is about the recipient or the content, not about us. */
    private record Said(int status, Optional<String> enhanced, boolean aboutNotice) {}

    private static Optional<Said> said(MessagingException failure) {
        for (Throwable e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPAddressFailedException refused && refused.getReturnCode() > 0) {
                return Optional.of(new Said(refused.getReturnCode(), enhanced(refused), true));
            }
        }
        for (Throwable e = failure; e != null; e = next(e)) {
            if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
                boolean content = !refused.getCommand().startsWith("MAIL");
                return Optional.of(new Said(refused.getReturnCode(), enhanced(refused), content));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> enhanced(MessagingException failure) {
        Matcher code =
                ENHANCED.matcher(Optional.ofNullable(failure.getMessage()).orElse(""));
        return code.find() ? Optional.of(code.group()) : Optional.empty();
    }

    private static @Nullable Throwable next(Throwable e) {
        Throwable next = e instanceof MessagingException mail ? mail.getNextException() : e.getCause();
        return next == e ? null : next;
    }

    private static String cause(Throwable failure) {
        for (Throwable e = failure; e != null; e = next(e)) {
            if (e instanceof SocketTimeoutException) {
                return "TIMEOUT";
            }
            if (e instanceof SSLException) {
                return "TLS";
            }
        }
        return "CONNECTION_LOST";
    }
}
