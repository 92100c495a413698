package eu.estafette.connector.mail;

import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.token.Tokens;
import java.time.Duration;

/**
 * What comes back by mail. The mailbox is the hub's own, so there is one poller, whatever parties have mail addresses.
 *
 * @param inbox where mails arrive
 * @param done  where mails that were read are moved to
 */
public record MailWayIn(MailServer imap, String inbox, String done, Duration interval) {

    public Poller poller(
            MailIdentity identity, Seals seals, PartyRegistry parties, Tokens tokens, SmtpPost post, WayIn wayIn) {
        var notices = new KnownNotices(parties, tokens, new CalendarUids(seals, identity.domain()));
        return new MailPoller(
                MailConnector.NAME + "/" + Hash.of(identity.from(), inbox),
                interval,
                () -> ImapFolder.open(imap, inbox, done),
                wayIn.originals(),
                new MailReader(new LoopGuard(identity)),
                new MailBatch(wayIn, notices),
                new CourtesyReply(parties, identity, post));
    }
}
