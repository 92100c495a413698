package eu.estafette.connector.magda;

import eu.estafette.kit.employment.WorkRelation;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.xml.ElementText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one {@code Contract} of an answer about a person. */
record ContractReader(Set<String> numbers, String person) {

    /** What it holds. */
    sealed interface Read {

        record Whole(WorkRelation relation) implements Read {}

        /** Too little to go by, or too much. @param number where that at least can be told */
        record Lacking(Optional<String> number, List<Issue> issues) implements Read {}
    }

    Read of(ElementText contract) {
        List<Issue> breaches = WorkRelation.breachesOf(contract).stream()
                .map(breach -> issue(Stage.SYNTAX, "invalidContent", breach.element(), "breaks " + breach.rule()))
                .toList();
        if (!breaches.isEmpty()) {
            return new Read.Lacking(number(contract), breaches);
        }
        WorkRelation relation = WorkRelation.of(contract);
        Optional<Issue> fault = fault(relation);
        return fault.isPresent()
                ? new Read.Lacking(Optional.of(relation.number()), List.of(fault.get()))
                : new Read.Whole(relation.of(person));
    }

    private Optional<Issue> fault(WorkRelation relation) {
        if (relation.insz().filter(number -> !numbers.contains(number)).isPresent()) {
            return Optional.of(rule("otherPerson", "INSZ", "is not that of the person who was asked about"));
        }
        if (relation.cancelled()) {
            return Optional.empty();
        }
        Optional<LocalDate> begin = relation.period().begin();
        Optional<LocalDate> end = relation.period().end();
        if (begin.isEmpty()) {
            return Optional.of(rule("required", "Begin", "is missing, and an employment begins on some day"));
        }
        return switch (relation.action()) {
            case "I", "U" -> Optional.empty();
            case "O" ->
                end.isPresent()
                        ? Optional.empty()
                        : Optional.of(
                                rule("required", "Einde", "is missing or no day, although the last action is an end"));
            default ->
                Optional.of(rule(
                        "unknownValue", "LaatsteDimonaActie", "is none of I, U and O; what happened is not known"));
        };
    }

    private static Optional<String> number(ElementText contract) {
        return contract.child("Aangifte")
                .map(declared -> declared.text("DimonaNummer"))
                .filter(text -> text.matches("\\d{1,12}"))
                .map(text -> "0".repeat(12 - text.length()) + text);
    }

    private static Issue rule(String code, String name, String detail) {
        return issue(Stage.RULE, code, name, detail);
    }

    private static Issue issue(Stage stage, String code, String name, String detail) {
        return new Issue(stage, code, "body", name, Optional.empty(), detail);
    }
}
