package eu.estafette.kit.soap.door;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SoapDoorContract;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** The door itself, with the smallest standard there could be. */
class SoapDoorTest extends SoapDoorContract {

    private static final String SPACE = "urn:small";

    private static Party with(Party party) {
        return Parties.receiving(party, new DeliveryAddress("small", Map.of()));
    }

    @Override
    protected Party party() {
        return with(Parties.party("winkel", Role.EMPLOYER));
    }

    @Override
    protected Party partyWithoutRole() {
        return with(Parties.party("school", Role.TRAINING));
    }

    @Override
    protected SoapStandard standard() {
        return new SmallStandard();
    }

    private static final class SmallStandard implements SoapStandard {

        @Override
        public String name() {
            return "small";
        }

        @Override
        public Set<QName> understood() {
            return Set.of();
        }

        @Override
        public SoapReading read(SoapRequest request) {
            var sick = new ElementText(request.content());
            if (!sick.name().equals("Sick")) {
                return SoapReading.faulty(List.of(issue(Stage.SYNTAX, sick.name())));
            }
            List<Issue> rules = sick.date("Until") != null ? List.of(issue(Stage.RULE, "Until")) : List.of();
            return SoapReading.of(
                    List.of(new EventDraft(
                                    EventType.ABSENCE_REPORTED,
                                    request.sender(),
                                    request.original(),
                                    request.eventId(1),
                                    HubSide.NOW)
                            .text("businessKey", sick.text("Key"), "Key")
                            .version(sick.text("No") == null ? 1 : Integer.parseInt(sick.text("No")), "No")
                            .date("occurredOn", sick.date("Day"), "Day")
                            .date("firstDay", sick.date("Day"), "Day")
                            .text("kind", "SICK", "Sick")
                            .subject("BSN", sick.text("Who"), "Who")
                            .translated()),
                    rules);
        }

        private static Issue issue(Stage stage, String field) {
            return new Issue(stage, "wrong", "body", field, Optional.empty(), "is wrong");
        }

        @Override
        public Element taken(SoapRequest request) {
            return XmlTree.of(SPACE, "s:Thanks").root();
        }

        @Override
        public Element refused(SoapRequest request, List<Issue> issues) {
            XmlTree sorry = XmlTree.of(SPACE, "s:Sorry");
            issues.forEach(issue -> sorry.element("Field", issue.name()));
            return sorry.root();
        }
    }

    @Override
    protected String good(int number) {
        return sick(number == 1 ? "999990342" : "111222333", "SICK-" + number, "2026-03-02", "");
    }

    private static String sick(String who, String key, String day, String more) {
        return "<m:Sick xmlns:m=\"" + SPACE + "\"><m:Key>" + key + "</m:Key><m:Day>" + day + "</m:Day><m:Who>" + who
                + "</m:Who>" + more + "</m:Sick>";
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return sick(
                stages.contains(Stage.IDENTIFIER) ? wrongNumber() : "999990342",
                "SICK-1",
                stages.contains(Stage.SYNTAX) ? "" : "2026-03-02",
                stages.contains(Stage.RULE) ? "<m:Until>2026-03-01</m:Until>" : "");
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "Day";
            case IDENTIFIER -> "Who";
            case RULE -> "Until";
        };
    }

    @Override
    protected String wrongNumber() {
        return "999990343";
    }

    @Override
    protected List<String> faultsIn(Element answer) {
        return new ElementText(answer)
                .all("Field").stream()
                        .map(field -> field.element().getTextContent())
                        .distinct()
                        .toList();
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of(
                sick("999990342", "SICK-1", "2026-03-02", "<m:No>1</m:No>"),
                sick("999990342", "SICK-1", "2026-03-02", "<m:No>2</m:No>"));
    }
}
