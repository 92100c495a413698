package eu.estafette.kit.party;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.identifier.IdentifierMode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What party files may refer to in this hub.
 *
 * @param rulesets      names that cases may be opened with
 * @param outbound      names for {@code deliver.by} beside {@code mailbox}
 * @param inbound       names for {@code receive[].by}
 * @param addressFaults what a connector finds wrong with an address of its own, one sentence each
 * @param identifiers   whether numbers of test organisations are let in
 * @param environment   where {@code env:NAME} is looked up
 */
public record Available(
        Set<String> rulesets,
        Set<String> outbound,
        Set<String> inbound,
        Function<DeliveryAddress, List<String>> addressFaults,
        IdentifierMode identifiers,
        Function<String, Optional<String>> environment) {

    public Available {
        rulesets = Set.copyOf(rulesets);
        outbound = Set.copyOf(outbound);
        inbound = Set.copyOf(inbound);
    }

    /** Names only: addresses are not looked into, nothing is received by connectors with settings per party. */
    public static Available of(
            Set<String> rulesets, Set<String> outbound, IdentifierMode identifiers, Map<String, String> environment) {
        return new Available(
                rulesets,
                outbound,
                Set.of(),
                address -> List.of(),
                identifiers,
                name -> Optional.ofNullable(environment.get(name)));
    }

    /** What these connectors offer, with their own checks of addresses. */
    public static Available of(
            Set<String> rulesets,
            Collection<? extends OutboundConnector> connectors,
            IdentifierMode identifiers,
            Map<String, String> environment) {
        Map<String, OutboundConnector> byName =
                connectors.stream().collect(Collectors.toMap(OutboundConnector::name, Function.identity()));
        return new Available(
                rulesets,
                byName.keySet(),
                Set.of(),
                address -> Optional.ofNullable(byName.get(address.by()))
                        .map(connector -> connector.faultsOf(address))
                        .orElse(List.of()),
                identifiers,
                name -> Optional.ofNullable(environment.get(name)));
    }
}
