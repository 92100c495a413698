package eu.estafette.connector.setu;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.notice.NoticeText;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.soap.SoapAnswer;
import eu.estafette.kit.soap.SoapCallException;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapStyle;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.schemas.PayloadCodec;
import java.util.Optional;
import java.util.OptionalInt;

/** Calls a partner's service, and tells from its {@code Acknowledgement} whether it took the notice. */
final class SetuDelivery {

    private static final SoapStyle PLAIN = new SoapStyle(false, false);
    private static final OptionalInt OK = OptionalInt.of(200);
    private static final int GONE = 410;
    private static final int LONGEST_CODE = 40;

    private final SoapConnections connections;
    private final PayloadCodec payloads;
    private final PollerInbox inbox;

    SetuDelivery(SoapConnections connections, PayloadCodec payloads, PollerInbox inbox) {
        this.connections = connections;
        this.payloads = payloads;
        this.inbox = inbox;
    }

    DeliveryResult deliver(Delivery delivery) {
        SetuAddress address = SetuAddress.of(delivery.address());
        var text = new NoticeText(
                delivery.notice(), payloads.read(delivery.notice().getPayload()));
        Optional<Operation> operation = Operation.of(text);
        if (operation.isEmpty()) {
            return new Refused(
                    "NOT_IN_SETU",
                    OptionalInt.empty(),
                    "view " + delivery.notice().getView() + " with "
                            + delivery.notice().getEvent().getAction()
                            + " cannot be said in an assignment; nothing was sent");
        }
        try {
            note(delivery, text);
            SoapAnswer answer = connections
                    .to(address.service(), PLAIN)
                    .call(
                            address.actions() + operation.get().name(),
                            new AssignmentWriter(text, delivery.party().id()).write(operation.get()));
            return result(new ElementText(answer.content()), address.service().host());
        } catch (SoapCallException e) {
            return result(e);
        } catch (IntakeUnavailableException e) {
            return new PartnerTrouble(
                    "NOT_NOTED",
                    OptionalInt.empty(),
                    "Kafka did not confirm what is about to be sent; nothing was sent",
                    Optional.empty(),
                    false);
        }
    }

    /** Only who comes in by this standard, too, can reject it by this standard. */
    private void note(Delivery delivery, NoticeText text) {
        if (delivery.party().receive().stream().anyMatch(address -> address.by().equals(Names.CONNECTOR))) {
            var sent = new SentAssignment(text.key(), delivery.notice().getNoticeId());
            inbox.leave(SetuConnector.pollerId(delivery.party().id()), sent.letterKey(), sent.bytes());
        }
    }

    private static DeliveryResult result(ElementText answer, String host) {
        if (!answer.name().equals("Acknowledgement")) {
            return new PartnerTrouble(
                    "UNREADABLE",
                    OK,
                    host + " answered with something other than an Acknowledgement",
                    Optional.empty(),
                    true);
        }
        Optional<ElementText> exception = answer.child("Exception")
                .filter(found -> !"Information".equals(found.text("ExceptionSeverity"))
                        && !"Warning".equals(found.text("ExceptionSeverity")));
        return exception
                .<DeliveryResult>map(found -> new Refused(
                        "EXCEPTION" + code(found.text("ExceptionIdentifier")),
                        OK,
                        host + " acknowledged it with an exception: it does not take this notice"))
                .orElseGet(() -> new Delivered(OK));
    }

    /** Only the identifier, and only letters and digits: what is said beside it may quote the message. */
    private static String code(@org.jspecify.annotations.Nullable String identifier) {
        String plain = identifier == null ? "" : identifier.replaceAll("[^A-Za-z0-9._-]", "");
        return plain.isEmpty() || plain.length() > LONGEST_CODE ? "" : "_" + plain;
    }

    private static DeliveryResult result(SoapCallException e) {
        if (e.status().equals(OptionalInt.of(GONE))) {
            return new Gone(e.detail() + ": the address is no more");
        }
        return e.blamesRequest()
                ? new Refused(e.code(), e.status(), e.detail() + ": it does not take this notice")
                : new PartnerTrouble(e.code(), e.status(), e.detail(), Optional.empty(), e.inDoubt());
    }
}
