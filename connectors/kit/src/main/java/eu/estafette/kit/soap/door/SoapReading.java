package eu.estafette.kit.soap.door;

import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.problem.Issue;
import java.util.List;
import java.util.Optional;

/**
 * What a message says. All of it comes in, or nothing.
 *
 * @param events may be none, where a message says nothing that concerns a case; with a letter they are looked at, and brought in by the poller
 * @param issues what the standard itself forbids. Those of syntax end the reading; those of rules are told only if nothing is wrong with the
 *               identifiers
 * @param letter what is kept for a poller instead of the events
 */
public record SoapReading(List<Translated> events, List<Issue> issues, Optional<SoapLetter> letter) {

    public SoapReading {
        events = List.copyOf(events);
        issues = List.copyOf(issues);
    }

    public static SoapReading of(Translated event) {
        return of(List.of(event), List.of());
    }

    public static SoapReading faulty(List<Issue> issues) {
        return of(List.of(), issues);
    }

    public static SoapReading of(List<Translated> events, List<Issue> issues) {
        return new SoapReading(events, issues, Optional.empty());
    }

    public static SoapReading left(SoapLetter letter, List<Translated> events, List<Issue> issues) {
        return new SoapReading(events, issues, Optional.of(letter));
    }
}
