package eu.estafette.hub.operators;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.InboundConnector;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tries every address of every party from where the hub runs: only it has the network and the secrets that count. */
@RestController
@RequestMapping("/api/ops/parties")
@PreAuthorize("hasRole('OPERATOR')")
public class PartiesController {

    private final PartyRegistry parties;
    private final List<OutboundConnector> outbound;
    private final List<InboundConnector> inbound;

    PartiesController(PartyRegistry parties, List<OutboundConnector> outbound, List<InboundConnector> inbound) {
        this.parties = parties;
        this.outbound = List.copyOf(outbound);
        this.inbound = List.copyOf(inbound);
    }

    /** All addresses at once; the slowest partner decides how long it takes. Nothing is sent and nothing is fetched. */
    @GetMapping("/live")
    Live live() throws InterruptedException {
        List<Trial> trials = parties.all().stream().flatMap(this::trialsOf).toList();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Tried> tried = new ArrayList<>();
            for (Future<Tried> one :
                    each.invokeAll(trials.stream().map(Trial::task).toList())) {
                tried.add(one.resultNow());
            }
            return Live.of(tried);
        }
    }

    private Stream<Trial> trialsOf(Party party) {
        Stream<DeliveryAddress> deliver = Stream.concat(
                Stream.of(party.deliver()),
                Stream.concat(party.persons().stream(), party.desks().stream())
                        .flatMap(member -> member.deliver().stream()));
        return Stream.concat(
                deliver.flatMap(address -> outbound.stream()
                        .filter(connector -> connector.name().equals(address.by()))
                        .map(connector -> new Trial(party, "deliver", address, connector::tryOut))),
                party.receive().stream().flatMap(address -> inbound.stream()
                        .filter(connector -> connector.name().equals(address.by()))
                        .map(connector -> new Trial(party, "receive", address, connector::tryOut))));
    }

    private record Trial(
            Party party,
            String direction,
            DeliveryAddress address,
            Function<DeliveryAddress, Optional<String>> connector) {

        Callable<Tried> task() {
            return () -> new Tried(party.id().value(), direction, address.by(), outcome());
        }

        /** A connector that fails where it should answer says that at least. */
        private Optional<String> outcome() {
            try {
                return connector.apply(address);
            } catch (RuntimeException e) {
                return Optional.of("the connector failed: " + e.getClass().getSimpleName());
            }
        }
    }

    /** In the form of all reports for operators. */
    record Live(List<Tried> items, List<Attention> attention) {

        static Live of(List<Tried> items) {
            long faults = items.stream().filter(one -> one.fault().isPresent()).count();
            var trouble = new Attention("ADDRESS_IN_TROUBLE", faults, "Addresses that the hub does not get to.");
            return new Live(items, faults == 0 ? List.of() : List.of(trouble));
        }
    }

    record Attention(String code, long count, String text) {}

    /**
     * One address that was tried.
     *
     * @param direction deliver or receive
     * @param fault     absent if all is well
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Tried(String party, String direction, String by, Optional<String> fault) {}
}
