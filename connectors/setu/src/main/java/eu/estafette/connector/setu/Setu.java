package eu.estafette.connector.setu;

import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.soap.door.SoapLetter;
import eu.estafette.kit.soap.door.SoapReading;
import eu.estafette.kit.soap.door.SoapRequest;
import eu.estafette.kit.soap.door.SoapStandard;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlContract;
import eu.estafette.kit.xml.XmlTree;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** The standard behind the door: {@code ProcessAssignment} and {@code ProcessStatusAssignment}, told apart by what stands in the body. */
public final class Setu implements SoapStandard {

    private static final XmlContract CONTRACT = XmlContract.of(Setu.class, "assignment.xsd");

    private final InstantSource clock;

    /** @param clock the hub's, by which messages are in the order in which they came */
    public Setu(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return Names.CONNECTOR;
    }

    @Override
    public Set<QName> understood() {
        return Set.of();
    }

    /** The {@code Assignment} in a body; a status message is nothing but one. */
    static Optional<ElementText> assignmentIn(Element content) {
        var outermost = new ElementText(content);
        if (Names.SERVICES.equals(content.getNamespaceURI()) && outermost.name().equals(Names.REQUEST)) {
            return outermost.child(Names.ASSIGNMENT);
        }
        return isStatus(content) ? Optional.of(outermost) : Optional.empty();
    }

    static boolean isStatus(Element content) {
        return Names.HR.equals(content.getNamespaceURI()) && Names.ASSIGNMENT.equals(content.getLocalName());
    }

    @Override
    public SoapReading read(SoapRequest request) {
        Optional<ElementText> found = assignmentIn(request.content());
        if (found.isEmpty()) {
            return SoapReading.faulty(List.of(Rules.issue(
                    Stage.SYNTAX, "otherMessage", Names.REQUEST, "is expected, or an Assignment; this is neither")));
        }
        List<Issue> breaches = CONTRACT.breachesOf(found.get().element()).stream()
                .map(breach -> Rules.issue(
                        Stage.SYNTAX,
                        "invalid",
                        breach.element().replaceFirst("^.*:", ""),
                        "is not as the schema wants it (" + breach.rule() + ")"))
                .toList();
        if (!breaches.isEmpty()) {
            return SoapReading.faulty(breaches);
        }
        var assignment = new Assignment(found.get(), request.sender().zone());
        Letter letter = Letter.of(request, clock.instant());
        var kept = new SoapLetter(SetuConnector.pollerId(request.sender().id()), letter.key(), letter.bytes());
        return isStatus(request.content())
                ? SoapReading.left(kept, List.of(), Rules.brokenByStatus(assignment))
                : full(request, assignment, letter, kept);
    }

    private static SoapReading full(SoapRequest request, Assignment assignment, Letter letter, SoapLetter kept) {
        List<Issue> issues = new ArrayList<>(Rules.brokenBy(assignment));
        List<Translated> events = List.of();
        Optional<Person> person = Person.of(assignment);
        if (person.isEmpty()) {
            issues.add(Rules.issue(
                    Stage.IDENTIFIER,
                    "unknownPerson",
                    Names.HUMAN_RESOURCE_ID,
                    "holds neither a caseRef of the hub nor an IdValue with the name BSN"));
        } else {
            events = new Telling(request.sender(), letter, assignment, Optional.empty(), person.get())
                    .told()
                    .events();
        }
        return SoapReading.left(kept, events, issues);
    }

    @Override
    public Element taken(SoapRequest request) {
        return acknowledgement(request).root();
    }

    /** The schema has one exception: it names the first thing that is wrong, and where all of them stand. */
    @Override
    public Element refused(SoapRequest request, List<Issue> issues) {
        XmlTree answer = acknowledgement(request)
                .begin("Exception")
                .element("ExceptionIdentifier", issues.getFirst().code())
                .element("ExceptionSeverity", "Fatal")
                .element(
                        "ExceptionMessage",
                        String.join(
                                "; ",
                                issues.stream()
                                        .map(issue -> issue.name() + " " + issue.detail())
                                        .toList()));
        issues.forEach(issue -> answer.element("SubordinateEntityXPath", issue.name()));
        return answer.root();
    }

    private static XmlTree acknowledgement(SoapRequest request) {
        XmlTree answer = XmlTree.of(Names.HR, "hr:Acknowledgement").element("ReceiptAcknowledged", "true");
        assignmentIn(request.content())
                .map(found -> found.text("AssignmentId", "IdValue"))
                .ifPresent(id -> answer.begin("ReferenceId")
                        .attribute("idOwner", "StaffingCompany")
                        .element("IdValue", id)
                        .end());
        return answer;
    }
}
