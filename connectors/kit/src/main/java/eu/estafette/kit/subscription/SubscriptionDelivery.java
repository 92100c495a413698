package eu.estafette.kit.subscription;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.generic.GenericRecord;

/**
 * Keeps {@code subscription.start} and {@code subscription.stop} for the poller of the register. Delivered means: durably kept, so that the
 * poller will see it, wherever it runs. Thread-safe.
 */
public final class SubscriptionDelivery {

    private static final String VIEW = "register-subscription";

    private final PayloadCodec payloads;
    private final PollerInbox inbox;
    private final String connector;
    private final String scheme;
    private final Registration registration;

    /** For a register that only answers. @param scheme of the person numbers that the register knows */
    public SubscriptionDelivery(PayloadCodec payloads, PollerInbox inbox, String connector, String scheme) {
        this(payloads, inbox, connector, scheme, Registration.NONE);
    }

    /** For a register that is told first whom it is going to be asked about, and last whom it is not. */
    public SubscriptionDelivery(
            PayloadCodec payloads, PollerInbox inbox, String connector, String scheme, Registration registration) {
        this.payloads = payloads;
        this.inbox = inbox;
        this.connector = connector;
        this.scheme = scheme;
        this.registration = registration;
    }

    /** A register has one poller. */
    public static String pollerId(String connector, PartyId party) {
        return connector + "/" + party.value();
    }

    /** @throws eu.estafette.schemas.PayloadException if the notice's bytes are not what their contract says */
    public DeliveryResult deliver(Delivery delivery) {
        Notice notice = delivery.notice();
        if (!notice.getView().equals(VIEW)) {
            return refused(
                    "NOT_A_SUBSCRIPTION", "the register takes subscriptions only, not the view " + notice.getView());
        }
        if (delivery.party().receive().stream()
                .noneMatch(address -> address.by().equals(connector))) {
            return refused("NOT_POLLED", "the party has no receive: {by: " + connector + "}, so nobody would ask it");
        }
        GenericRecord word = payloads.read(notice.getPayload());
        boolean starts = "START".equals(String.valueOf(word.get("subscription")));
        Optional<String> number = number(notice);
        if (starts && number.isEmpty()) {
            return refused(
                    "NO_" + scheme, "the person has no " + scheme + ", by which alone the register knows anybody");
        }
        LocalDate since = since(word, notice);
        return starts ? begin(delivery, number.get(), since) : end(delivery, number, since);
    }

    /** The poller asks nothing before the register knows that it may be asked. */
    private DeliveryResult begin(Delivery delivery, String number, LocalDate since) {
        return registration
                .begin(delivery, number, since)
                .orElseGet(() -> leave(delivery, word(delivery, Optional.of(number), since)));
    }

    /** The poller asks no more before the register hears that nobody will. */
    private DeliveryResult end(Delivery delivery, Optional<String> number, LocalDate since) {
        DeliveryResult left = leave(delivery, word(delivery, Optional.empty(), since));
        return left instanceof Delivered
                ? number.flatMap(known -> registration.end(delivery, known)).orElse(left)
                : left;
    }

    private static Subscription word(Delivery delivery, Optional<String> number, LocalDate since) {
        Notice notice = delivery.notice();
        return new Subscription(notice.getCaseId(), notice.getSequence(), number, since);
    }

    private DeliveryResult leave(Delivery delivery, Subscription word) {
        try {
            inbox.leave(
                    pollerId(connector, delivery.party().id()),
                    delivery.notice().getNoticeId(),
                    word.bytes());
            return new Delivered(OptionalInt.empty());
        } catch (IntakeUnavailableException e) {
            return new PartnerTrouble(
                    "NOT_KEPT",
                    OptionalInt.empty(),
                    "the hub could not keep the subscription; it tries again",
                    Optional.empty());
        }
    }

    private Optional<String> number(Notice notice) {
        return Optional.ofNullable(notice.getIdentity())
                .map(Identities::unseal)
                .filter(identity -> scheme.equals(identity.getScheme()))
                .map(Identity::getNumber);
    }

    private static LocalDate since(GenericRecord word, Notice notice) {
        return word.get("from") instanceof LocalDate from
                ? from
                : notice.getEvent().getOccurredOn();
    }

    private static Refused refused(String code, String detail) {
        return new Refused(code, OptionalInt.empty(), detail + "; nothing was kept");
    }
}
