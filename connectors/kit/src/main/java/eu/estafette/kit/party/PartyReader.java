package eu.estafette.kit.party;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.Party.Region;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one party file. All keys are read before anything is decided, so that every fault of the file shows at once. */
final class PartyReader {

    private static final Duration OUTAGE = Duration.ofDays(30);
    private static final int WINDOW = 8;

    /** Goes into topic names and urns; without dots, which Kafka's metrics cannot tell from underscores. */
    private static final Pattern ID = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private static final List<String> RESERVED = List.of(PartyId.HUB.value(), "operator");

    private final Available available;
    private final Claims claims;
    private final YamlSection file;
    private final Faults faults;

    PartyReader(Available available, Claims claims, YamlSection file, Faults faults) {
        this.available = available;
        this.claims = claims;
        this.file = file;
        this.faults = faults;
    }

    /** The party; empty where the file has a fault. */
    Optional<Party> read() {
        String id = id();
        Map<String, String> name = name(id);
        Region region = region();
        PartyRoles roles = PartyRoles.required(file);
        var identity = new IdentityReader(available.identifiers(), file);
        List<PartyIdentifier> identifiers = identity.identifiers();
        List<String> sources = identity.sources(id, identifiers);
        var addresses = new AddressReader(available);
        var members = new MemberReader(addresses, file);
        var values = new PartyValues(file, available);
        Party party = new Party(
                new PartyId(id),
                name,
                region,
                roles.inCases(),
                roles.register(),
                identifiers,
                sources,
                file.section("deliver").flatMap(addresses::outbound).orElse(DeliveryAddress.OWN_MAILBOX),
                members.read("persons"),
                members.read("desks"),
                values.ruleset(),
                values.language().orElseGet(() -> PartyValues.languageOf(region)),
                values.zone().orElseGet(() -> PartyValues.zoneOf(region)),
                values.outage().orElse(OUTAGE),
                values.number("window", 1000).orElse(WINDOW),
                values.number("rate", 10_000),
                values.quietHours(),
                file.parsed("onRecordFailure", "PARK_CASE or SKIP", RecordFailure::valueOf)
                        .orElse(RecordFailure.PARK_CASE),
                values.callbacks(),
                values.number("partitions", 6).orElse(1),
                addresses.inbound(id, file.sections("receive")));
        file.refuseOtherKeys();
        claim(party);
        return faults.ofThisFile() ? Optional.empty() : Optional.of(party);
    }

    private String id() {
        String id = file.requiredText("id").orElse("");
        if (!id.isEmpty() && (!ID.matcher(id).matches() || RESERVED.contains(id))) {
            file.fault(
                    "id",
                    "\"id\" is \"" + id + "\"; expected small letters, digits and dashes, and neither of " + RESERVED);
        }
        return id;
    }

    private Map<String, String> name(String id) {
        Map<String, String> names = new LinkedHashMap<>();
        file.section("name").ifPresent(section -> {
            for (String language : PartyValues.LANGUAGES) {
                section.text(language).ifPresent(text -> names.put(language, text));
            }
            section.refuseOtherKeys();
        });
        return names.isEmpty() ? Map.of("en", id) : Map.copyOf(names);
    }

    private Region region() {
        file.requiredText("region");
        return file.parsed("region", "FLANDERS, BRUSSELS, WALLONIA or NL", Region::valueOf)
                .orElse(Region.FLANDERS);
    }

    private void claim(Party party) {
        String id = party.id().value();
        // with a doubled id every source would be doubled too; one fault is enough
        if (id.isEmpty() || !claims.claim("id", id, id, file, "id", faults)) {
            return;
        }
        party.sources().forEach(source -> claims.claim("source", source, id, file, "sources", faults));
        for (PartyIdentifier identifier : party.identifiers()) {
            claims.claim(identifier.scheme(), identifier.number(), id, file, "identifiers", faults);
        }
    }
}
