package eu.estafette.hub.delivery.rig;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A partner that refuses some notices, until it has mended its ways. */
public final class Refusing implements Function<Delivery, DeliveryResult> {

    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    public Refusing(String caseId, int sequence) {
        and(caseId, sequence);
    }

    public Refusing and(String caseId, int sequence) {
        refused.add(caseId + "/" + sequence);
        return this;
    }

    @Override
    public DeliveryResult apply(Delivery delivery) {
        String place = delivery.notice().getCaseId() + "/" + delivery.notice().getSequence();
        return refused.contains(place)
                ? new Refused("REFUSED", OptionalInt.of(422), "HTTP 422")
                : FakePartner.DELIVERED;
    }

    public void ends() {
        refused.clear();
    }
}
