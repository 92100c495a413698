package eu.estafette.hub.connectors;

import eu.estafette.connector.mail.MailServer;
import eu.estafette.connector.mail.MailServer.Login;
import eu.estafette.connector.mail.Tls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The hub's mail accounts: {@code estafette.mail.*}. Without {@code smtp.host} there is no connector {@code mail}; without {@code imap.host}
 * nothing is read.
 *
 * @param from        the hub's own address
 * @param linkSecrets sign answer links and calendar entries; the first signs, all verify
 */
@ConfigurationProperties("estafette.mail")
public record MailSettings(Smtp smtp, @Nullable Imap imap, String from, List<String> linkSecrets) {

    public MailSettings {
        linkSecrets = List.copyOf(linkSecrets);
    }

    /** Where mails go out. */
    public record Smtp(
            String host,
            @DefaultValue("587") int port,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("STARTTLS") Tls tls) {

        MailServer server() {
            return new MailServer(host, port, login(user, password), tls);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    /**
     * Where answers and bounces come in.
     *
     * @param done folder for mails that were read
     */
    public record Imap(
            String host,
            @DefaultValue("993") int port,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("IMPLICIT") Tls tls,
            @DefaultValue("INBOX") String inbox,
            @DefaultValue("Estafette") String done,
            @DefaultValue("PT30S") Duration interval) {

        MailServer server() {
            return new MailServer(host, port, login(user, password), tls);
        }

        /** Without the password. */
        @Override
        public String toString() {
            return host + ":" + port;
        }
    }

    private static Optional<Login> login(@Nullable String user, @Nullable String password) {
        return user == null || password == null ? Optional.empty() : Optional.of(new Login(user, password));
    }

    /** Without accounts and secrets. */
    @Override
    public String toString() {
        return "MailSettings[" + from + "]";
    }
}
