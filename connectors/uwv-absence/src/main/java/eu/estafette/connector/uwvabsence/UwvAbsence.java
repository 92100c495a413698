package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
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

/** The standard behind the door: {@code UwvZwMeldingInternBody} v0428 with the header {@code UwvMLHeader} v0202. */
public final class UwvAbsence implements SoapStandard {

    static final String NAMESPACE = "http://schemas.uwv.nl/UwvML/Berichten/UwvZwMeldingInternBody-v0428";
    static final String HEADER_NAMESPACE = "http://schemas.uwv.nl/UwvML/Header-v0202";

    private static final String BODY = "UwvZwMeldingInternBody";
    private static final String HEADER = "UwvMLHeader";
    private static final String FAULTS = "http://bkwi.nl/SuwiML/FWI/v0205";
    private static final XmlContract CONTRACT = XmlContract.of(UwvAbsence.class, "absence.xsd");
    private static final String YES = "1";

    private final IdentifierMode mode;
    private final InstantSource clock;

    /** @param clock the hub's, by which a message may not have been made much later than now */
    public UwvAbsence(IdentifierMode mode, InstantSource clock) {
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public String name() {
        return UwvAbsenceConnector.NAME;
    }

    @Override
    public Set<QName> understood() {
        return Set.of(new QName(HEADER_NAMESPACE, HEADER));
    }

    @Override
    public SoapReading read(SoapRequest request) {
        Element content = request.content();
        if (!BODY.equals(content.getLocalName()) || !NAMESPACE.equals(content.getNamespaceURI())) {
            return SoapReading.faulty(
                    List.of(Faults.of(Stage.SYNTAX, "otherMessage", BODY, "is expected; this is another message")));
        }
        List<Issue> breaches = CONTRACT.breachesOf(content).stream()
                .map(breach -> Faults.of(
                        Stage.SYNTAX,
                        "invalid",
                        breach.element().replaceFirst("^.*:", ""),
                        "is not as the schema wants it (" + breach.rule() + ")"))
                .toList();
        if (!breaches.isEmpty()) {
            return SoapReading.faulty(breaches);
        }
        SoapReading reading = new Notification(request, clock.instant()).read();
        if (!isTest(request) || mode == IdentifierMode.TEST) {
            return reading;
        }
        List<Issue> issues = new ArrayList<>(reading.issues());
        issues.add(Faults.of(Stage.RULE, "testMessage", "IndTestbericht", "is 1: this hub takes no test messages"));
        return SoapReading.of(reading.events(), issues);
    }

    private static boolean isTest(SoapRequest request) {
        return header(request, "IndTestbericht").filter(YES::equals).isPresent();
    }

    private static Optional<String> header(SoapRequest request, String field) {
        return request.header()
                .flatMap(header -> new ElementText(header).child(HEADER))
                .map(header -> header.text(field));
    }

    @Override
    public Element taken(SoapRequest request) {
        return answer(request).root();
    }

    @Override
    public Element refused(SoapRequest request, List<Issue> issues) {
        XmlTree answer = answer(request).begin(FAULTS, "fwi:FWI");
        for (Issue issue : issues) {
            answer.begin(null, "Fout")
                    .element("Code", issue.code())
                    .element("Tekst", issue.name() + " " + issue.detail())
                    .element("Detail", issue.name())
                    .begin("Bron")
                    .element("DN", "O=Estafette")
                    .end()
                    .end();
        }
        return answer.root();
    }

    private static XmlTree answer(SoapRequest request) {
        return XmlTree.of(NAMESPACE, "uwv:" + BODY + "Response")
                .element(
                        "BerichtReferentienr",
                        header(request, "BerichtReferentienr").orElse(null));
    }
}
