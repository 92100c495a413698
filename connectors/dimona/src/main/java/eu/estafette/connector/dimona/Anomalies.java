package eu.estafette.connector.dimona;

import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.xml.XmlContract.Breach;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Faults by the numbers the social security gives them: zone and error, such as 00911-014. */
final class Anomalies {

    static final String PERSON_UNKNOWN = "90017-151";
    static final String NOTHING_CHANGED = "90378-444";
    static final String DUPLICATE = "90373-333";

    /** Errors that any zone may have. */
    static final String MISSING = "001";

    static final String NOT_A_NUMBER_OF_ITS_KIND = "003";
    static final String NOT_ALLOWED = "008";

    private static final String NO_MANDATE = "90256-155";
    private static final String END_BEFORE_START = "00911-014";
    private static final String WHOLE_FORM = "90059";
    private static final Pattern OWN = Pattern.compile("\\d{5}-\\d{3}");

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("INSS", "00024"),
            Map.entry("StartingDate", "00910"),
            Map.entry("StartingHour", "00777"),
            Map.entry("EndingDate", "00911"),
            Map.entry("EndingHour", "00778"),
            Map.entry("DimonaPeriodId", "00913"),
            Map.entry("DailyRegistrationId", "01085"),
            Map.entry("CompanyID", "00014"),
            Map.entry("NOSSRegistrationNbr", "00011"),
            Map.entry("ProvisionalNSSONbr", "00948"),
            Map.entry("EmployerId", "90256"),
            Map.entry("NaturalPerson", "90017"),
            Map.entry("JointCommissionNbr", "00046"),
            Map.entry("WorkerType", "00655"),
            Map.entry("AttestationStatus", "00110"),
            Map.entry("FormCreationDate", "00218"),
            Map.entry("FormCreationHour", "00299"),
            Map.entry("Identification", "00296"),
            Map.entry("TypeForm", "00297"),
            Map.entry("ReferenceNbr", "00222"),
            Map.entry("DimonaIn", "90373"),
            Map.entry("DimonaOut", "90377"),
            Map.entry("DimonaUpdate", "90378"),
            Map.entry("DimonaCancel", "90379"),
            Map.entry("DailyRegistrationDeclaration", "90480"));

    private Anomalies() {}

    /** @param error zone and error */
    static Issue of(String error, String tag, String detail) {
        return new Issue(Stage.RULE, error, "form", tag, Optional.empty(), detail);
    }

    /** @param error without zone */
    static Issue at(String tag, String error, String detail) {
        return of(zone(tag) + "-" + error, tag, detail);
    }

    static List<Issue> of(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> new Issue(
                        Stage.SYNTAX,
                        zone(breach.element()) + "-"
                                + (breach.rule().startsWith("cvc-complex-type") ? MISSING : NOT_ALLOWED),
                        "form",
                        breach.element(),
                        Optional.empty(),
                        "is not as the schema wants it (" + breach.rule() + ")"))
                .toList();
    }

    /** The number of a fault that the checks found, by their own code and the partner's name of the field. */
    static String numberOf(Issue issue) {
        if (OWN.matcher(issue.code()).matches()) {
            return issue.code();
        }
        return switch (issue.code()) {
            case "endBeforeStart" -> END_BEFORE_START;
            case "senderNotEntitled", "sourceNotYours" -> NO_MANDATE;
            case "invalidPersonNumber", "invalidPartyNumber", "testNumber" ->
                zone(issue.name()) + "-" + NOT_A_NUMBER_OF_ITS_KIND;
            case "required" -> zone(issue.name()) + "-" + MISSING;
            default -> zone(issue.name()) + "-" + NOT_ALLOWED;
        };
    }

    private static String zone(String tag) {
        return ZONES.getOrDefault(tag, WHOLE_FORM);
    }
}
