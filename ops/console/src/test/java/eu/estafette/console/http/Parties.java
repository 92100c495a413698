package eu.estafette.console.http;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parties of which only the name matters. */
final class Parties {

    private Parties() {}

    static Party named(String id) {
        return new Party(
                new PartyId(id),
                Map.of("nl", id),
                Party.Region.NL,
                Set.of(),
                false,
                List.of(),
                List.of(),
                new DeliveryAddress(DeliveryAddress.MAILBOX, Map.of()),
                List.of(),
                List.of(),
                Optional.empty(),
                "nl",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                8,
                Optional.empty(),
                Optional.empty(),
                Party.RecordFailure.PARK_CASE,
                List.of(),
                1);
    }
}
