package eu.estafette.connector.zgw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.http.HttpUrl;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.schemas.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes notifications: who sends it, what is wrong with it, and then, once it is durable, 204. What it points to is fetched by
 * {@link ZgwPoller}, in whatever process.
 */
final class NotificationDoor {

    private static final Logger log = LoggerFactory.getLogger(NotificationDoor.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What notifiers send to see whether anybody is there. */
    private static final String TEST = "test";

    private final PartyRegistry parties;
    private final PollerInbox inbox;

    NotificationDoor(PartyRegistry parties, PollerInbox inbox) {
        this.parties = parties;
        this.inbox = inbox;
    }

    /**
     * @param party         named in the address that was called
     * @param authorization as it was sent
     */
    DoorAnswer take(String party, String authorization, byte[] body) {
        Optional<Party> known = parties.get(new PartyId(party));
        Optional<ZgwAddress> address = known.flatMap(ZgwConnector::addressOf);
        if (address.isEmpty() || !isSame(address.get().auth(), authorization)) {
            return DoorAnswer.NOT_YOURS;
        }
        try {
            Notification notification = NotificationReader.read(body);
            if (!notification.channel().equals(TEST)) {
                check(notification, known.orElseThrow(), address.get());
                leave(known.orElseThrow(), notification);
            }
            return DoorAnswer.TAKEN;
        } catch (InvalidNotificationException e) {
            return DoorAnswer.invalid(e.faults());
        } catch (IntakeUnavailableException e) {
            log.atWarn().addKeyValue("party", party).setCause(e).log("a notification was not kept");
            return DoorAnswer.LATER;
        }
    }

    /** In a time that says nothing of how much of it is right. */
    private static boolean isSame(String secret, String given) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Who could name any address would have us call it with a token. */
    private static void check(Notification notification, Party party, ZgwAddress address)
            throws InvalidNotificationException {
        if (!notification.channel().equals(address.channel())) {
            throw new InvalidNotificationException(List.of(new FieldFault(
                    "kanaal", "invalid", "Estafette is alleen op kanaal " + address.channel() + " geabonneerd.")));
        }
        if (party.callbacks().stream().noneMatch(prefix -> HttpUrl.isWithin(notification.resourceUrl(), prefix))) {
            throw new InvalidNotificationException(List.of(new FieldFault(
                    "resourceUrl",
                    "bad-url",
                    "Dit adres staat niet op de lijst van adressen die Estafette bij u ophaalt.")));
        }
    }

    private void leave(Party party, Notification notification) {
        try {
            byte[] letter = JSON.writeValueAsBytes(notification.json());
            inbox.leave(ZgwConnector.pollerId(party.id()), Sha256.hex(letter), letter);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }
}
