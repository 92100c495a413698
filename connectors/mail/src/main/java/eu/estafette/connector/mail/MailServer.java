package eu.estafette.connector.mail;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * A mail server and our account on it.
 *
 * @param user absent where the server asks for none
 */
public record MailServer(String host, int port, Optional<Login> user, Tls tls, Duration connect, Duration answer) {

    /** Who we are for the server. */
    public record Login(String name, String password) {

        @Override
        public String toString() {
            return name;
        }
    }

    /** With the time-outs that suit most: 10 s to connect, 30 s for an answer. */
    public MailServer(String host, int port, Optional<Login> user, Tls tls) {
        this(host, port, user, tls, Duration.ofSeconds(10), Duration.ofSeconds(30));
    }

    /** Settings of Jakarta Mail for one of its protocols: smtp or imap. */
    Properties properties(String protocol) {
        var properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", String.valueOf(connect.toMillis()));
        properties.setProperty(prefix + "timeout", String.valueOf(answer.toMillis()));
        properties.setProperty(prefix + "writetimeout", String.valueOf(answer.toMillis()));
        properties.setProperty(prefix + "auth", String.valueOf(user.isPresent()));
        properties.setProperty(prefix + "ssl.enable", String.valueOf(tls == Tls.IMPLICIT));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", String.valueOf(tls == Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", String.valueOf(tls == Tls.STARTTLS));
        return properties;
    }

    /** For logs and results. */
    String place() {
        return host + ":" + port;
    }
}
