package eu.estafette.kit.subscription;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import java.time.LocalDate;
import java.util.Optional;

/** What a register itself must hear of who is subscribed. Hearing it again changes nothing. */
public interface Registration {

    /** A register that only answers. */
    Registration NONE = new Registration() {

        @Override
        public Optional<DeliveryResult> begin(Delivery delivery, String number, LocalDate since) {
            return Optional.empty();
        }

        @Override
        public Optional<DeliveryResult> end(Delivery delivery, String number) {
            return Optional.empty();
        }
    };

    /** Empty once the register follows the person; else why it does not. */
    Optional<DeliveryResult> begin(Delivery delivery, String number, LocalDate since);

    /** Empty once the register follows the person no longer, or never did; else why it may. */
    Optional<DeliveryResult> end(Delivery delivery, String number);
}
