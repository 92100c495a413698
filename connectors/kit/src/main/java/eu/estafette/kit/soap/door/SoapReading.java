package eu.estafette.kit.soap.door;

import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.problem.Issue;
import java.util.List;

/**
 * What a message says. All of it comes in, or nothing.
 *
 * @param events may be none, where a message says nothing that concerns a case
 * @param issues what the standard itself forbids. Those of syntax end the reading; those of rules are told only if nothing is wrong with the
 *               identifiers
 */
public record SoapReading(List<Translated> events, List<Issue> issues) {

    public SoapReading {
        events = List.copyOf(events);
        issues = List.copyOf(issues);
    }

    public static SoapReading of(Translated event) {
        return new SoapReading(List.of(event), List.of());
    }

    public static SoapReading faulty(List<Issue> issues) {
        return new SoapReading(List.of(), issues);
    }
}
