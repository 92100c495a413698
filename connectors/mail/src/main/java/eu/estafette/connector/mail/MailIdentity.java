package eu.estafette.connector.mail;

import java.net.URI;
import java.util.Locale;

/**
 * Who the hub is in mail.
 *
 * @param from    its own address: sender of all mails, and where answers and bounces come back to
 * @param baseUrl where partners reach the hub; links start with it
 */
public record MailIdentity(String from, URI baseUrl) {

    public MailIdentity {
        if (!MailAddress.isAddress(from)) {
            throw new IllegalArgumentException("estafette.mail.from is no mail address such as hub@example.org");
        }
        baseUrl = URI.create(baseUrl.toString().replaceAll("/+$", ""));
    }

    /** The right side of message ids and calendar UIDs. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    String mailbox() {
        return baseUrl + "/mailbox";
    }

    boolean isOwn(String address) {
        return from.equalsIgnoreCase(address);
    }
}
