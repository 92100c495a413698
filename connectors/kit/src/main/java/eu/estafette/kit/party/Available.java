package eu.estafette.kit.party;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.poll.InboundConnector;
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
 * @param addressFaults what an outbound connector finds wrong with an address of its own, one sentence each
 * @param receiveFaults what an inbound connector finds wrong with one
 * @param identifiers   whether numbers of test organisations are let in
 * @param environment   where {@code env:NAME} is looked up
 */
public record Available(
        Set<String> rulesets,
        Set<String> outbound,
        Set<String> inbound,
        Function<DeliveryAddress, List<String>> addressFaults,
        Function<DeliveryAddress, List<String>> receiveFaults,
        IdentifierMode identifiers,
        Function<String, Optional<String>> environment) {

    public Available {
        rulesets = Set.copyOf(rulesets);
        outbound = Set.copyOf(outbound);
        inbound = Set.copyOf(inbound);
    }

    /** Names only: addresses are not looked into. */
    public static Available of(
            Set<String> rulesets,
            Set<String> outbound,
            Set<String> inbound,
            IdentifierMode identifiers,
            Map<String, String> environment) {
        return new Available(
                rulesets,
                outbound,
                inbound,
                address -> List.of(),
                address -> List.of(),
                identifiers,
                name -> Optional.ofNullable(environment.get(name)));
    }

    /** What these connectors offer, with their own checks of addresses. */
    public static Available of(
            Set<String> rulesets,
            Collection<? extends OutboundConnector> outbound,
            Collection<? extends InboundConnector> inbound,
            IdentifierMode identifiers,
            Map<String, String> environment) {
        Map<String, OutboundConnector> out =
                outbound.stream().collect(Collectors.toMap(OutboundConnector::name, Function.identity()));
        Map<String, InboundConnector> in =
                inbound.stream().collect(Collectors.toMap(InboundConnector::name, Function.identity()));
        return new Available(
                rulesets,
                out.keySet(),
                in.keySet(),
                address -> Optional.ofNullable(out.get(address.by()))
                        .map(connector -> connector.faultsOf(address))
                        .orElse(List.of()),
                address -> Optional.ofNullable(in.get(address.by()))
                        .map(connector -> connector.faultsOf(address))
                        .orElse(List.of()),
                identifiers,
                name -> Optional.ofNullable(environment.get(name)));
    }
}
