package eu.estafette.kit.party;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An organisation that exchanges events through the hub, as {@code parties/<id>.yaml} describes it.
 *
 * @param name      by language: nl, fr, en
 * @param roles     what it may be in a case; the roles of its persons and desks come on top
 * @param sources   CloudEvents sources it may send under, its own urns included
 * @param ruleset   of cases that it opens without naming one
 * @param outage    how long it may be away without loss
 * @param window    calls in flight at once
 * @param rate      events per second that it may send, and calls per second that it gets; absent: no limit
 * @param quiet     hours of its day in which no call to it starts; absent: none
 * @param partitions of its lane, 1 to 6, for ever
 * @param register  whether it is a register such as Dimona, which holds no role on a case
 * @param callbacks URL prefixes that it may name as an address of its own
 * @param receive   where inbound connectors fetch from it
 */
public record Party(
        PartyId id,
        Map<String, String> name,
        Region region,
        Set<Role> roles,
        boolean register,
        List<PartyIdentifier> identifiers,
        List<String> sources,
        DeliveryAddress deliver,
        List<Member> persons,
        List<Member> desks,
        Optional<String> ruleset,
        String language,
        ZoneId zone,
        Duration outage,
        int window,
        Optional<Integer> rate,
        Optional<QuietHours> quiet,
        RecordFailure onRecordFailure,
        List<String> callbacks,
        int partitions,
        List<DeliveryAddress> receive) {

    public Party {
        name = Map.copyOf(name);
        roles = Set.copyOf(roles);
        identifiers = List.copyOf(identifiers);
        sources = List.copyOf(sources);
        persons = List.copyOf(persons);
        desks = List.copyOf(desks);
        callbacks = List.copyOf(callbacks);
        receive = List.copyOf(receive);
    }

    /** A party that no inbound connector fetches from. */
    public Party(
            PartyId id,
            Map<String, String> name,
            Region region,
            Set<Role> roles,
            boolean register,
            List<PartyIdentifier> identifiers,
            List<String> sources,
            DeliveryAddress deliver,
            List<Member> persons,
            List<Member> desks,
            Optional<String> ruleset,
            String language,
            ZoneId zone,
            Duration outage,
            int window,
            Optional<Integer> rate,
            Optional<QuietHours> quiet,
            RecordFailure onRecordFailure,
            List<String> callbacks,
            int partitions) {
        this(
                id,
                name,
                region,
                roles,
                register,
                identifiers,
                sources,
                deliver,
                persons,
                desks,
                ruleset,
                language,
                zone,
                outage,
                window,
                rate,
                quiet,
                onRecordFailure,
                callbacks,
                partitions,
                List.of());
    }

    /** Where the party works; decides holidays and languages, not rules. */
    public enum Region {
        FLANDERS,
        BRUSSELS,
        WALLONIA,
        NL
    }

    /** A person or desk of the party, with an address of its own where it has one. */
    public record Member(String id, Set<Role> roles, Optional<DeliveryAddress> deliver) {}

    /** Local hours in which nothing is delivered. */
    public record QuietHours(java.time.LocalTime from, java.time.LocalTime to) {}

    /** What happens to a case's later notices when one was refused for good. */
    public enum RecordFailure {
        PARK_CASE,
        SKIP
    }

    /** The address of a person or desk, or the party's own where that has none or is not known. */
    public DeliveryAddress addressOf(Optional<String> member) {
        return member.flatMap(this::member).flatMap(Member::deliver).orElse(deliver);
    }

    /** The person or desk of this id. */
    public Optional<Member> member(String memberId) {
        return java.util.stream.Stream.concat(persons.stream(), desks.stream())
                .filter(candidate -> candidate.id().equals(memberId))
                .findFirst();
    }
}
