package eu.estafette.connector.magda;

import eu.estafette.connector.magda.Repertory.Heard;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.soap.SoapCallException;
import eu.estafette.kit.subscription.Registration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Subscriptions of the router, as MAGDA hears of them. */
record MagdaRegistration(Repertory repertory) implements Registration {

    private static final int OK = 200;

    @Override
    public Optional<DeliveryResult> begin(Delivery delivery, String number, LocalDate since) {
        MagdaAddress address = address(delivery);
        String cause = delivery.notice().getNoticeId();
        return tell(address, number, known -> Question.register(address, cause, known, since));
    }

    @Override
    public Optional<DeliveryResult> end(Delivery delivery, String number) {
        MagdaAddress address = address(delivery);
        String cause = delivery.notice().getNoticeId();
        return tell(address, number, known -> Question.deregister(address, cause, known));
    }

    private static MagdaAddress address(Delivery delivery) {
        return MagdaAddress.of(MagdaAddress.of(delivery.party()).orElseThrow());
    }

    private Optional<DeliveryResult> tell(MagdaAddress address, String number, Function<String, Question> question) {
        try {
            return switch (repertory.ask(address, number, question)) {
                case Heard.Done done -> Optional.empty();
                case Heard.Failed(String code) -> Optional.of(failed(code));
            };
        } catch (SoapCallException e) {
            return Optional.of(unanswered(e));
        } catch (UnreadableReplyException e) {
            return Optional.of(new PartnerTrouble(
                    "UNREADABLE", OptionalInt.of(OK), String.valueOf(e.getMessage()), Optional.empty(), true));
        }
    }

    /** By the code, never by what is said beside it. */
    private static DeliveryResult failed(String code) {
        String detail = "MAGDA answered " + code + Codes.meaning(code);
        return Codes.passes(code)
                ? new PartnerTrouble(
                        "MAGDA_" + code,
                        OptionalInt.of(OK),
                        detail + "; the hub asks again",
                        Optional.empty(),
                        Codes.inDoubt(code))
                : new Refused(
                        "MAGDA_" + code, OptionalInt.of(OK), detail + "; asking again would not help, see the case");
    }

    private static DeliveryResult unanswered(SoapCallException e) {
        return e.blamesRequest()
                ? new Refused(e.code(), e.status(), e.detail())
                : new PartnerTrouble(e.code(), e.status(), e.detail(), Optional.empty(), e.inDoubt());
    }
}
