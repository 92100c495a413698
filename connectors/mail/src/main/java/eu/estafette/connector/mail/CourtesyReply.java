package eu.estafette.connector.mail;

import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a person that a mail was not understood, once, and only one to whom notices go: an unknown sender may be made up. It is no notice:
 * if it does not arrive, nothing is lost, and the operators see the mail.
 */
final class CourtesyReply {

    private static final Logger log = LoggerFactory.getLogger(CourtesyReply.class);

    private final PartyRegistry parties;
    private final MailIdentity identity;
    private final SmtpPost post;
    private final MailTexts texts = MailTexts.shipped();

    CourtesyReply(PartyRegistry parties, MailIdentity identity, SmtpPost post) {
        this.parties = parties;
        this.identity = identity;
        this.post = post;
    }

    /** @param mail names what is answered: the same mail gets the same answer */
    void send(String address, String mail) {
        Optional<Party> party = parties.all().stream()
                .filter(known -> MailAddress.ofParty(known).contains(address.toLowerCase(Locale.ROOT)))
                .findFirst();
        party.ifPresent(known -> send(address, mail, known));
    }

    private void send(String address, String mail, Party party) {
        String language = party.language();
        String text = String.join(
                "\n\n",
                texts.text(language, "greeting"),
                texts.text(language, "reply.text"),
                identity.mailbox(),
                "-- \n" + texts.text(language, "footer") + "\n");
        DeliveryResult result = post.send(new Letter(
                "reply." + mail, mail, address, language, texts.text(language, "reply.subject"), text, List.of()));
        if (!(result instanceof DeliveryResult.Delivered)) {
            log.atInfo().addKeyValue("party", party.id()).log("a mail's sender could not be told that it was not read");
        }
    }
}
