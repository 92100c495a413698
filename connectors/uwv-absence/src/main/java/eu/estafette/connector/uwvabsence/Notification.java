package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.identifier.IdentifierCheck;
import eu.estafette.kit.identifier.IdentifierScheme;
import eu.estafette.kit.intake.DigitDate;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.soap.door.SoapReading;
import eu.estafette.kit.soap.door.SoapRequest;
import eu.estafette.kit.xml.ElementText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One message, valid by its schema, on its way to becoming events: one for each report in it. One run. */
final class Notification {

    private static final Set<String> REPORTS = Set.of(
            "MeldingZiekte",
            "MeldingWerkhervatting",
            "MeldingIntrekking",
            "MeldingLangdurigAo",
            "MeldingHersteldLangdurigAo");
    private static final String FIRST_DAY = "DatEersteAoDag";
    private static final String EMPLOYER = "Loonheffingennr";
    private static final Duration AHEAD = Duration.ofDays(1);

    private final SoapRequest request;
    private final ElementText body;
    private final Instant now;
    private final List<Issue> issues = new ArrayList<>();

    Notification(SoapRequest request, Instant now) {
        this.request = request;
        this.body = new ElementText(request.content());
        this.now = now;
    }

    SoapReading read() {
        List<ElementText> reports = body.children().stream()
                .filter(part -> REPORTS.contains(part.name()))
                .toList();
        if (reports.isEmpty()) {
            issues.add(Faults.missing("MeldingZiekte"));
        }
        Optional<String> number = Optional.ofNullable(body.text("NatuurlijkPersoon", "Burgerservicenr"));
        if (number.isEmpty()) {
            issues.add(Faults.missing("Burgerservicenr"));
        }
        Optional<String> employer = employer();
        List<Translated> events = new ArrayList<>();
        int part = 0;
        for (ElementText report : reports) {
            part++;
            Optional<Stamp> stamp = stamp(report);
            Optional<LocalDate> firstDay = firstDay(report, reports);
            if (number.isPresent() && stamp.isPresent() && firstDay.isPresent()) {
                var absence = new Absence(number.get(), employer, firstDay.get());
                new Report(request, part, report, stamp.get())
                        .about(absence, issues)
                        .ifPresent(events::add);
            }
        }
        return SoapReading.of(events, issues);
    }

    /** Of the first link in the chain that has one. */
    private Optional<String> employer() {
        Optional<String> number = body.all("Ketenpartij").stream()
                .map(link -> link.text(EMPLOYER))
                .filter(found -> found != null)
                .findFirst()
                .map(String::valueOf);
        number.map(typed -> IdentifierScheme.LHN.check(typed, LocalDate.ofInstant(now, java.time.ZoneOffset.UTC)))
                .filter(IdentifierCheck.Invalid.class::isInstance)
                .map(IdentifierCheck.Invalid.class::cast)
                .ifPresent(invalid -> issues.add(
                        Faults.of(Stage.IDENTIFIER, "invalidPartyNumber", EMPLOYER, "is none: " + invalid.detail())));
        return number;
    }

    private Optional<Stamp> stamp(ElementText report) {
        String digits = report.text(Stamp.FIELD);
        if (digits == null) {
            issues.add(Faults.missing(Stamp.FIELD));
            return Optional.empty();
        }
        Optional<Stamp> stamp = Stamp.of(digits);
        if (stamp.isEmpty()) {
            issues.add(Faults.of(Stage.SYNTAX, "noSuchDate", Stamp.FIELD, "is no moment of the calendar"));
        } else if (stamp.get().instant().isAfter(now.plus(AHEAD))) {
            issues.add(Faults.of(
                    Stage.RULE,
                    "tooEarly",
                    Stamp.FIELD,
                    "lies more than a day ahead: every message after it would count as the older one"));
        }
        return stamp;
    }

    /** A report that does not name it is about the absence that the sick report beside it begins. */
    private Optional<LocalDate> firstDay(ElementText report, List<ElementText> reports) {
        Optional<String> digits = Optional.ofNullable(report.text(FIRST_DAY)).or(() -> reports.stream()
                .filter(other -> other.name().equals("MeldingZiekte"))
                .findFirst()
                .map(other -> other.text(FIRST_DAY)));
        if (digits.isEmpty()) {
            issues.add(Faults.missing(FIRST_DAY));
            return Optional.empty();
        }
        Optional<LocalDate> day = DigitDate.of(digits.get());
        if (day.isEmpty()) {
            issues.add(Faults.of(Stage.SYNTAX, "noSuchDate", FIRST_DAY, "must be a date that is known to the day"));
        }
        return day;
    }
}
