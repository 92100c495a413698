package eu.estafette.hub.delivery.rig;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.QuietHours;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.PartyRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parties that are delivered to. */
public final class Parties {

    private static final DeliveryAddress HOOK = new DeliveryAddress("webhook", Map.of());

    private Parties() {}

    public static PartyRegistry registry(List<String> ids, int window) {
        return new PartyRegistry(ids.stream().map(id -> party(id, window)).toList());
    }

    static PartyRegistry withMailbox(String id) {
        return new PartyRegistry(List.of(party(id, 8, DeliveryAddress.OWN_MAILBOX)));
    }

    public static Party party(String id, int window) {
        return party(id, window, HOOK);
    }

    /** A party whose lane has several partitions. */
    public static Party spread(String id, int partitions) {
        return party(id, 8, HOOK, RecordFailure.PARK_CASE, Optional.empty(), Optional.empty(), partitions);
    }

    /** A party whose cases go on when one of their notices dies. */
    public static Party skipping(String id) {
        return party(id, 8, HOOK, RecordFailure.SKIP, Optional.empty(), Optional.empty());
    }

    /** @param rate calls a second */
    public static Party slowed(String id, int rate) {
        return party(id, 8, HOOK, RecordFailure.PARK_CASE, Optional.of(rate), Optional.empty());
    }

    public static Party quiet(String id, QuietHours hours) {
        return party(id, 8, HOOK, RecordFailure.PARK_CASE, Optional.empty(), Optional.of(hours));
    }

    private static Party party(String id, int window, DeliveryAddress address) {
        return party(id, window, address, RecordFailure.PARK_CASE, Optional.empty(), Optional.empty());
    }

    private static Party party(
            String id,
            int window,
            DeliveryAddress address,
            RecordFailure onRecordFailure,
            Optional<Integer> rate,
            Optional<QuietHours> quiet) {
        return party(id, window, address, onRecordFailure, rate, quiet, 1);
    }

    private static Party party(
            String id,
            int window,
            DeliveryAddress address,
            RecordFailure onRecordFailure,
            Optional<Integer> rate,
            Optional<QuietHours> quiet,
            int partitions) {
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
                rate,
                quiet,
                onRecordFailure,
                List.of(),
                partitions);
    }
}
