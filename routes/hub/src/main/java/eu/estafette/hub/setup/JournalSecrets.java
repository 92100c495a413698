package eu.estafette.hub.setup;

import eu.estafette.schemas.seal.JournalKey;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What only processes need that sign something.
 *
 * @param journalKey see {@link JournalKey#of}
 */
@ConfigurationProperties("estafette.secrets")
public record JournalSecrets(String journalKey) {

    public JournalSecrets {
        if (journalKey == null) {
            throw new IllegalArgumentException("estafette.secrets.journal-key is missing; it is made by openssl genpkey"
                    + " -algorithm ed25519 -outform DER | base64 -w0");
        }
    }

    /** @throws IllegalArgumentException naming the setting, if it is no key */
    public JournalKey key() {
        try {
            return JournalKey.of(journalKey);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("estafette.secrets.journal-key " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "JournalSecrets[…]";
    }
}
