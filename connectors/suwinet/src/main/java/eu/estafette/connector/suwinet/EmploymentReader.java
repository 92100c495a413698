package eu.estafette.connector.suwinet;

import eu.estafette.kit.intake.DigitDate;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/** Reads one {@code Inkomstenverhouding} that keeps the schema. */
final class EmploymentReader {

    private EmploymentReader() {}

    /** What it holds, or why it says too little to go by. */
    sealed interface Read {

        record Whole(Employment employment) implements Read {}

        /** @param key where that at least can be told */
        record Lacking(Optional<String> key, Issue issue) implements Read {}
    }

    static Read of(Tree relation) {
        Optional<String> employer = relation.text("AdministratieveEenheid", "Loonheffingennr");
        if (employer.isEmpty()) {
            return lacking(Optional.empty(), "Loonheffingennr", "is missing: without it nobody knows who employs");
        }
        Optional<LocalDate> start = start(relation);
        Optional<String> key = relation.text("VolgnrIkv")
                .map(number -> number.replaceFirst("^0+(?=.)", ""))
                .or(() -> start.map(day -> "B" + day))
                .map(number -> employer.get() + "-" + number);
        if (start.isEmpty() || key.isEmpty()) {
            return lacking(key, "DatBIkv", "is missing or not known to the day, as are all DatBIkp");
        }
        Optional<String> end = relation.text("DatEIkv").filter(text -> !DigitDate.isNone(text));
        if (end.isPresent() && DigitDate.of(end.get()).isEmpty()) {
            return lacking(key, "DatEIkv", "is not known to the day");
        }
        Optional<Tree> latest = relation.all("Inkomstenperiode").stream()
                .max(Comparator.comparing(period -> period.text("DatBIkp").orElse("")));
        return new Read.Whole(new Employment(
                key.get(),
                employer.get(),
                relation.text("AdministratieveEenheid", "NaamAdministratieveEenheid"),
                start.get(),
                end.flatMap(DigitDate::of),
                latest.flatMap(period -> period.text("CdAardIkv")),
                latest.flatMap(period -> period.text("CdTypeArbeidscontract"))));
    }

    /** The relation's own, else that of its first income period. */
    private static Optional<LocalDate> start(Tree relation) {
        return relation.text("DatBIkv").flatMap(DigitDate::of).or(() -> relation.all("Inkomstenperiode").stream()
                .flatMap(period -> period.text("DatBIkp").flatMap(DigitDate::of).stream())
                .min(Comparator.naturalOrder()));
    }

    private static Read lacking(Optional<String> key, String name, String detail) {
        return new Read.Lacking(key, new Issue(Stage.SYNTAX, "unreadable", "body", name, Optional.empty(), detail));
    }
}
