package eu.estafette.kit.party;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.Party.Region;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parties for tests, with what the tests at hand do not care about. */
public final class Parties {

    private Parties() {}

    public static Party party(String id, Role... roles) {
        return party(id, List.of(), Set.of(roles), false);
    }

    public static Party register(String id) {
        return party(id, List.of(), Set.of(), true);
    }

    public static Party withOin(String id, String oin, Role... roles) {
        return party(id, List.of(new PartyIdentifier("OIN", oin, Optional.empty())), Set.of(roles), false);
    }

    /** The same, with a place to fetch from. */
    public static Party receiving(Party party, DeliveryAddress address) {
        return receiving(party, List.of(address));
    }

    /** The same, with these places to fetch from. */
    public static Party receiving(Party party, List<DeliveryAddress> addresses) {
        return new Party(
                party.id(),
                party.name(),
                party.region(),
                party.roles(),
                party.register(),
                party.identifiers(),
                party.sources(),
                party.deliver(),
                party.persons(),
                party.desks(),
                party.ruleset(),
                party.language(),
                party.zone(),
                party.outage(),
                party.window(),
                party.rate(),
                party.quiet(),
                party.onRecordFailure(),
                party.callbacks(),
                party.partitions(),
                addresses);
    }

    private static Party party(String id, List<PartyIdentifier> identifiers, Set<Role> roles, boolean register) {
        return new Party(
                new PartyId(id),
                Map.of("en", id),
                Region.NL,
                roles,
                register,
                identifiers,
                SourceUrns.of(id, identifiers),
                DeliveryAddress.OWN_MAILBOX,
                List.of(),
                List.of(),
                Optional.empty(),
                "nl",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                8,
                Optional.empty(),
                Optional.empty(),
                RecordFailure.PARK_CASE,
                List.of(),
                1);
    }
}
