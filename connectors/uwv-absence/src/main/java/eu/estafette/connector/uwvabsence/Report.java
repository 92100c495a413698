package eu.estafette.connector.uwvabsence;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.intake.DigitDate;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.soap.door.SoapRequest;
import eu.estafette.kit.xml.ElementText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One report of a message.
 *
 * @param part which one, from 1
 */
record Report(SoapRequest request, int part, ElementText report, Stamp stamp) {

    private static final String YES = "1";
    private static final String OF_RECOVERY = "2";

    /** Empty if there is nothing to tell, or if it cannot be told, for a reason that stands with the issues then. */
    Optional<Translated> about(Absence absence, List<Issue> issues) {
        return switch (report.name()) {
            case "MeldingZiekte" -> Optional.of(isWithdrawn() ? neverIll(absence) : ill(absence));
            // that it did not last long after all takes back nothing of the sick report
            case "MeldingLangdurigAo" -> isWithdrawn() ? Optional.empty() : Optional.of(stillIll(absence));
            case "MeldingIntrekking" ->
                Optional.of(
                        OF_RECOVERY.equals(report.text("CdRedenMeldingIntrekken"))
                                ? neverRecovered(absence)
                                : neverIll(absence));
            default -> isWithdrawn() ? Optional.of(neverRecovered(absence)) : recovered(absence, issues);
        };
    }

    private boolean isWithdrawn() {
        return YES.equals(report.text("IndVerzoekTotIntrekken"));
    }

    private Translated ill(Absence absence) {
        EventDraft draft = draft(EventType.ABSENCE_REPORTED, absence, absence.firstDay())
                .text("kind", "SICK", "MeldingZiekte")
                .date("firstDay", absence.firstDay(), "DatEersteAoDag")
                .date("expectedReturn", day("DatVerwachtHerstel"), "DatVerwachtHerstel")
                .flag("contractEnds", indicator("IndEDnstvrbndCtrTijdensZiekte"), "IndEDnstvrbndCtrTijdensZiekte");
        Cause.putInto(draft, report);
        return draft.translated();
    }

    /** Adds nothing to what the sick report said; where that one never came, the absence is known from here on. */
    private Translated stillIll(Absence absence) {
        return draft(EventType.ABSENCE_REPORTED, absence, absence.firstDay())
                .text("kind", "SICK", "MeldingLangdurigAo")
                .date("firstDay", absence.firstDay(), "DatEersteAoDag")
                .partial()
                .translated();
    }

    private Translated neverIll(Absence absence) {
        return draft(EventType.ABSENCE_REPORTED, absence, stamp.date())
                .action(Action.WITHDRAWAL)
                .translated();
    }

    private Translated neverRecovered(Absence absence) {
        return draft(EventType.ABSENCE_RESUMED, absence, stamp.date())
                .action(Action.WITHDRAWAL)
                .translated();
    }

    private Optional<Translated> recovered(Absence absence, List<Issue> issues) {
        Optional<ElementText> partly = report.child("WerkhervattingGedeeltelijk");
        String field = partly.isPresent() ? "DatGedeeltelijkeWerkhervatting" : "DatHersteld";
        Optional<String> digits = Optional.ofNullable(
                partly.or(() -> report.child("VolledigHersteld")).orElse(report).text(field));
        Optional<LocalDate> day = digits.flatMap(DigitDate::of);
        if (day.isEmpty()) {
            issues.add(
                    digits.isEmpty()
                            ? Faults.missing(field)
                            : Faults.of(Stage.SYNTAX, "noSuchDate", field, "must be a date that is known to the day"));
            return Optional.empty();
        }
        if (day.get().isBefore(absence.firstDay())) {
            issues.add(Faults.of(Stage.RULE, "endBeforeStart", field, "lies before DatEersteAoDag"));
        }
        return Optional.of(draft(EventType.ABSENCE_RESUMED, absence, day.get())
                .date("resumedOn", day.get(), field)
                .text("extent", partly.isPresent() ? "PARTIAL" : "FULL", field)
                .translated());
    }

    private EventDraft draft(EventType type, Absence absence, LocalDate day) {
        return new EventDraft(type, request.sender(), request.original(), request.eventId(part), stamp.instant())
                .text("businessKey", absence.key(), "DatEersteAoDag")
                .version(stamp.version(), Stamp.FIELD)
                .date("occurredOn", day, "DatEersteAoDag")
                .subject(Absence.scheme(), absence.person(), "Burgerservicenr");
    }

    /** Null as well where it is not known to the day: that somebody may be better some time in May is no date. */
    private @Nullable LocalDate day(String field) {
        String digits = report.text(field);
        return digits == null ? null : DigitDate.of(digits).orElse(null);
    }

    private @Nullable Boolean indicator(String field) {
        String digit = report.text(field);
        return digit == null ? null : YES.equals(digit);
    }
}
