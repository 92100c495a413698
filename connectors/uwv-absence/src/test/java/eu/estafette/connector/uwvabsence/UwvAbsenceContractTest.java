package eu.estafette.connector.uwvabsence;

import static eu.estafette.connector.uwvabsence.Messages.BSN;
import static eu.estafette.connector.uwvabsence.Messages.message;

import eu.estafette.domain.party.Role;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SoapDoorContract;
import eu.estafette.kit.soap.door.SoapStandard;
import eu.estafette.kit.xml.ElementText;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

class UwvAbsenceContractTest extends SoapDoorContract {

    @Override
    protected SoapStandard standard() {
        return new UwvAbsence(IdentifierMode.TEST, InstantSource.fixed(HubSide.NOW));
    }

    static Party letIn(Party party) {
        return Parties.receiving(party, new DeliveryAddress("uwv-absence", Map.of()));
    }

    @Override
    protected Party party() {
        return letIn(Parties.party("winkel", Role.EMPLOYER));
    }

    @Override
    protected Party partyWithoutRole() {
        return letIn(Parties.party("school", Role.TRAINING));
    }

    @Override
    protected String ownHeader() {
        return "<UwvMLHeader s:mustUnderstand=\"1\" xmlns=\"" + UwvAbsence.HEADER_NAMESPACE
                + "\"><IndTestbericht>2</IndTestbericht></UwvMLHeader>";
    }

    @Override
    protected String good(int number) {
        return message(number == 1 ? BSN : "111222333", Messages.ill(Messages.STAMP, ""));
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return message(
                        stages.contains(Stage.IDENTIFIER) ? wrongNumber() : BSN,
                        Messages.ill(stages.contains(Stage.RULE) ? "20991231235959" : Messages.STAMP, ""))
                .replace("20260227", stages.contains(Stage.SYNTAX) ? "27-02-2026" : "20260227");
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "DatEersteAoDag";
            case IDENTIFIER -> "Burgerservicenr";
            case RULE -> "DatTijdOpstellenMelding";
        };
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of(
                message(BSN, Messages.ill("20260302080000", "")), message(BSN, Messages.ill("20260302081500", "")));
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
                .all("FWI").stream()
                        .flatMap(fwi -> fwi.all("Fout").stream())
                        .map(fault -> String.valueOf(fault.text("Detail")))
                        .toList();
    }
}
