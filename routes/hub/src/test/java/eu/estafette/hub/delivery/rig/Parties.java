package eu.estafette.hub.delivery.rig;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parties that are delivered to. */
public final class Parties {

    private Parties() {}

    public static PartyRegistry registry(List<String> ids, int window) {
        return new PartyRegistry(ids.stream().map(id -> party(id, window)).toList());
    }

    static PartyRegistry withMailbox(String id) {
        return new PartyRegistry(List.of(party(id, 8, DeliveryAddress.OWN_MAILBOX)));
    }

    public static Party party(String id, int window) {
        return party(id, window, new DeliveryAddress("webhook", Map.of()));
    }

    private static Party party(String id, int window, DeliveryAddress address) {
        return new Party(
                new PartyId(id),
                Map.of("en", id),
                Party.Region.NL,
                Set.of(Role.COACH),
                false,
                List.of(),
                List.of(),
                address,
                List.of(),
                List.of(),
                Optional.empty(),
                "en",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                window,
                Optional.empty(),
                Optional.empty(),
                Party.RecordFailure.PARK_CASE,
                List.of(),
                1);
    }
}
