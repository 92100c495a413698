package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.employment.WorkRelation;
import eu.estafette.kit.employment.WorkRelationEvents;
import eu.estafette.kit.employment.WorkRelationEvents.Word;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.StampVersion;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.ElementText;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Employments that began, changed or ended, as a register publishes them.
 *
 * @param named when the file was published, by its name
 */
record Employments(Party party, OriginalRef original, Optional<LocalDateTime> named)
        implements MutationRecords.Translation {

    private static final String END = "Einde";

    @Override
    public List<IntFunction<Reading>> of(ElementText record) {
        List<Issue> breaches = Faults.of(WorkRelation.breachesOf(record));
        return List.of(
                number -> breaches.isEmpty() ? read(number, WorkRelation.of(record)) : new Reading.Faulty(breaches));
    }

    private Reading read(int number, WorkRelation relation) {
        Optional<LocalDateTime> made = relation.told().or(() -> named);
        if (relation.insz().isEmpty()) {
            return faulty("required", "INSZ", "is missing, and a file does not say otherwise whose employment it is");
        }
        if (made.isEmpty()) {
            return faulty(
                    "required",
                    "DatumTijdstipModificatie",
                    "is missing, and neither DatumTijdstipCreatie nor the file's name says" + " when this was told");
        }
        Word word = new Word(number, StampVersion.of(made.get()), made.get());
        var events = new WorkRelationEvents(party, original);
        if (relation.cancelled()) {
            return event(events.cancelled(relation, word));
        }
        return switch (relation.action()) {
            case "I" -> started(events, relation, word);
            // an end that never comes takes back one that was told, as in a Dimona update
            case "U" -> event(relation.neverEnds() ? events.reopened(relation, word) : events.changed(relation, word));
            case "O" -> ended(events, relation, word);
            default ->
                faulty("unknownValue", "LaatsteDimonaActie", "is none of I, U and O; what happened is not known");
        };
    }

    private static Reading started(WorkRelationEvents events, WorkRelation relation, Word word) {
        return relation.period().begin().isEmpty()
                ? faulty("required", "Begin", "is missing, and an employment begins on some day")
                : event(events.started(relation, word));
    }

    private static Reading ended(WorkRelationEvents events, WorkRelation relation, Word word) {
        Optional<LocalDate> end = relation.period().end();
        if (end.isEmpty()) {
            return faulty("required", END, "is missing or no day, although the last action is an end");
        }
        return event(events.ended(relation, end.get(), word));
    }

    private static Reading event(EventDraft draft) {
        return new Reading.Event(draft.translated());
    }

    private static Reading faulty(String code, String name, String detail) {
        return new Reading.Faulty(List.of(Faults.rule(code, name, detail)));
    }
}
