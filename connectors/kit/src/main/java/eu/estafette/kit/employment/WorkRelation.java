package eu.estafette.kit.employment;

import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlContract;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One employment as MAGDA knows it, in an answer or in a file: a {@code Contract}.
 *
 * @param number    Dimona number, 12 digits; whoever tells of the employment calls it so
 * @param insz      of the person, where it is said
 * @param neverEnds whether an end was named that never comes: what was told of an end before is taken back
 * @param action    the last that was declared: {@code I} begin, {@code U} change, {@code O} end; what is absent is a begin
 * @param cancelled it never was
 * @param created   by the clocks of Brussels
 * @param modified  by the clocks of Brussels
 */
public record WorkRelation(
        String number,
        Optional<String> insz,
        Employer employer,
        Period period,
        boolean neverEnds,
        Optional<String> workerType,
        Optional<String> jointCommission,
        String action,
        boolean cancelled,
        Optional<LocalDateTime> created,
        Optional<LocalDateTime> modified) {

    /** Numbers at the crossroads bank of enterprises, 10 digits, and at the social security office. */
    public record Employer(Optional<String> company, Optional<String> socialSecurity) {}

    /**
     * From when until when.
     *
     * @param time of the first day, {@code hh:mm}
     * @param end  where one is named that may come
     */
    public record Period(Optional<LocalDate> begin, Optional<String> time, Optional<LocalDate> end) {}

    private static final XmlContract CONTRACT = XmlContract.of(WorkRelation.class, "work-relation.xsd");
    private static final int DIGITS = 12;

    /** What partners write for an end that is not known lies there. */
    private static final int NO_YEAR = 9999;

    /** Where it is not as the schema wants it. */
    public static List<XmlContract.Breach> breachesOf(ElementText contract) {
        return CONTRACT.breachesOf(contract.element());
    }

    /** @param contract one without breaches */
    public static WorkRelation of(ElementText contract) {
        ElementText declared = contract.child("Aangifte").orElseThrow();
        String number = Objects.requireNonNull(declared.text("DimonaNummer"));
        Optional<LocalDate> end = Optional.ofNullable(declared.date("PeriodeTijdstip", "Einde", "Datum"));
        return new WorkRelation(
                "0".repeat(DIGITS - number.length()) + number,
                text(contract, "Relatie", "Werknemer", "INSZ"),
                new Employer(
                        text(contract, "Relatie", "Werkgever", "Ondernemingsnummer")
                                .map(company -> company.length() == 9 ? "0" + company : company),
                        text(contract, "Relatie", "Werkgever", "RSZNummer")),
                new Period(
                        Optional.ofNullable(declared.date("PeriodeTijdstip", "Begin", "Datum")),
                        text(declared, "PeriodeTijdstip", "Begin", "Tijd").map(time -> time.substring(0, 5)),
                        end.filter(day -> day.getYear() != NO_YEAR)),
                end.filter(day -> day.getYear() == NO_YEAR).isPresent(),
                text(declared, "AardWerknemer"),
                text(declared, "ParitairComite"),
                text(declared, "LaatsteDimonaActie").orElse("I"),
                "1".equals(declared.text("Geannuleerd")),
                BrusselsTime.of(declared.attribute("DatumTijdstipCreatie")),
                BrusselsTime.of(declared.attribute("DatumTijdstipModificatie")));
    }

    private static Optional<String> text(ElementText element, String... path) {
        return Optional.ofNullable(element.text(path));
    }

    /** When it was told so, where that is said: of two words the one told later is the newer. */
    public Optional<LocalDateTime> told() {
        return modified.or(() -> created);
    }

    /** The same, of a person who is known by this number. */
    public WorkRelation of(String person) {
        return new WorkRelation(
                number,
                Optional.of(person),
                employer,
                period,
                neverEnds,
                workerType,
                jointCommission,
                action,
                cancelled,
                created,
                modified);
    }

    /** The same, as if nobody had spoken of an end. */
    public WorkRelation withoutEnd() {
        return new WorkRelation(
                number,
                insz,
                employer,
                new Period(period.begin(), period.time(), Optional.empty()),
                false,
                workerType,
                jointCommission,
                action,
                cancelled,
                created,
                modified);
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "WorkRelation[" + number + ", " + action + "]";
    }
}
