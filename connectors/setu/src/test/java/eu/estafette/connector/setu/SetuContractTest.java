package eu.estafette.connector.setu;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SoapDoorContract;
import eu.estafette.kit.soap.door.SoapStandard;
import eu.estafette.kit.xml.ElementText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SetuContractTest extends SoapDoorContract {

    private final AtomicLong seconds = new AtomicLong();

    /** Every message comes a second after the one before. */
    @Override
    protected SoapStandard standard() {
        return new Setu(() -> HubSide.NOW.plusSeconds(seconds.incrementAndGet()));
    }

    static Party letIn(Party party) {
        return Parties.receiving(party, new DeliveryAddress("setu", Map.of()));
    }

    @Override
    protected Party party() {
        return letIn(Parties.party("uitzend-nu", Role.EMPLOYER));
    }

    @Override
    protected Party partyWithoutRole() {
        return letIn(Parties.party("hulp", Role.SPECIALIST));
    }

    /** Once the poller has been there. */
    @Override
    protected List<CaseEvent> events() {
        return broughtIn(hub, kafka.letters(), party());
    }

    static List<CaseEvent> broughtIn(HubSide hub, Map<String, byte[]> letters, Party party) {
        letters.forEach((key, value) -> hub.leave("", key, value));
        try {
            hub.visit(new SetuConnector(Duration.ofHours(1))
                    .pollersOf(party, party.receive().getFirst(), hub.wayIn())
                    .getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return hub.events();
    }

    @Override
    protected String good(int number) {
        return Messages.full("active", "A-" + number, number == 1 ? "999990342" : "111222333");
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return Messages.full(
                        stages.contains(Stage.RULE) ? "pending" : "active",
                        "A-1",
                        stages.contains(Stage.IDENTIFIER) ? wrongNumber() : "999990342")
                .replace(
                        "<StartDate>2026-03-16</StartDate><Exp",
                        stages.contains(Stage.SYNTAX)
                                ? "<StartDate>16-03-2026</StartDate><Exp"
                                : "<StartDate>2026-03-16</StartDate><Exp");
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "StartDate";
            case IDENTIFIER -> Names.HUMAN_RESOURCE_ID;
            case RULE -> Names.STATUS;
        };
    }

    /** The standard stamps nothing: the first to come is the older. */
    @Override
    protected List<String> olderAndNewer() {
        return List.of(good(1), Messages.full("revised", "A-1", "999990342"));
    }

    @Test
    @Override
    protected void anOlderWordThatComesLateIsRefusedOrKnownToBeOlder() {
        // Given
        olderAndNewer().forEach(this::tell);
        List<String> told = ids();

        // When
        Told again = tell(olderAndNewer().getFirst());

        // Then: nothing comes of it, and operators see it
        assertThat(again).isEqualTo(Told.TAKEN);
        assertThat(ids()).isEqualTo(told);
        assertThat(hub.asides()).hasSize(1);
    }

    @Override
    protected String wrongNumber() {
        return "999990343";
    }

    @Override
    protected List<String> faultsIn(Element answer) {
        return faults(answer);
    }

    static List<String> faults(Element answer) {
        return new ElementText(answer)
                .all("Exception").stream()
                        .flatMap(exception -> exception.all("SubordinateEntityXPath").stream())
                        .map(path -> path.element().getTextContent())
                        .toList();
    }
}
