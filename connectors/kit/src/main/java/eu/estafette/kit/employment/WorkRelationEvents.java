package eu.estafette.kit.employment;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Employments of MAGDA as events. The Dimona number is the key, and the same word makes the same event whichever way it came, so that what
 * a file has and an answer repeats is known for what it is.
 */
public record WorkRelationEvents(Party party, OriginalRef original) {

    private static final String END = "Einde";
    private static final String MODIFIED = "DatumTijdstipModificatie";

    /**
     * What an event is told by.
     *
     * @param part which one of its original
     * @param made when it was told, by the clocks of Brussels
     */
    public record Word(int part, int version, LocalDateTime made) {}

    /** That it began. */
    public EventDraft started(WorkRelation relation, Word word) {
        LocalDate begin = relation.period().begin().orElse(word.made().toLocalDate());
        return whole(draft(EventType.EMPLOYMENT_STARTED, relation, word, begin), relation);
    }

    /** That it began, of one that ended since: what was planned once is not known any more. */
    public EventDraft hadStarted(WorkRelation relation, Word word) {
        return inOrder(started(relation.withoutEnd(), word), relation);
    }

    /** That something about it is another than before. */
    public EventDraft changed(WorkRelation relation, Word word) {
        return whole(draft(EventType.EMPLOYMENT_CHANGED, relation, word, day(word)), relation);
    }

    /** @param end its last day, as it was declared */
    public EventDraft ended(WorkRelation relation, LocalDate end, Word word) {
        EventDraft draft =
                draft(EventType.EMPLOYMENT_ENDED, relation, word, end).date("actualEnd", end, END);
        return inOrder(employer(draft, relation), relation);
    }

    /** The hub compares what stands in one event; of a beginning an end says nothing. */
    private static EventDraft inOrder(EventDraft draft, WorkRelation relation) {
        WorkRelation.Period period = relation.period();
        period.begin()
                .filter(begin -> period.end().filter(end -> end.isBefore(begin)).isPresent())
                .ifPresent(begin -> draft.breaks(new Issue(
                        Stage.RULE, "endBeforeStart", "record", END, Optional.empty(), "lies before Begin, " + begin)));
        return draft;
    }

    /** That it goes on after all. */
    public EventDraft reopened(WorkRelation relation, Word word) {
        return draft(EventType.EMPLOYMENT_ENDED, relation, word, day(word)).action(Action.REOPENING);
    }

    /** That it never was. */
    public EventDraft cancelled(WorkRelation relation, Word word) {
        return draft(EventType.EMPLOYMENT_STARTED, relation, word, day(word)).action(Action.WITHDRAWAL);
    }

    private static LocalDate day(Word word) {
        return word.made().toLocalDate();
    }

    private EventDraft draft(EventType type, WorkRelation relation, Word word, LocalDate day) {
        return new EventDraft(
                        type,
                        party,
                        original,
                        word.part(),
                        word.made().atZone(BrusselsTime.ZONE).toInstant())
                .text("businessKey", relation.number(), "DimonaNummer")
                .version(word.version(), MODIFIED)
                .date("occurredOn", day, MODIFIED)
                .subject("INSZ", relation.insz().orElse(null), "INSZ");
    }

    private static EventDraft whole(EventDraft draft, WorkRelation relation) {
        WorkRelation.Period period = relation.period();
        employer(draft, relation)
                .date("startDate", period.begin().orElse(null), "Begin")
                .text("startTime", period.time().orElse(null), "Tijd")
                .date("plannedEnd", period.end().orElse(null), END);
        coded(draft, "workerType", "DIMONA-WORKER-TYPE", relation.workerType(), "AardWerknemer");
        coded(draft, "sector", "DIMONA-JOINT-COMMISSION", relation.jointCommission(), "ParitairComite");
        return draft;
    }

    private static void coded(EventDraft draft, String field, String scheme, Optional<String> code, String tag) {
        code.ifPresent(known -> draft.text(field + ".scheme", scheme, tag).text(field + ".code", known, tag));
    }

    private static EventDraft employer(EventDraft draft, WorkRelation relation) {
        WorkRelation.Employer employer = relation.employer();
        // named in any case, so that its absence is told by its own name
        draft.text("employer", null, "Werkgever");
        if (employer.company().isPresent()) {
            return draft.text("employer.scheme", "KBO", "Werkgever")
                    .text("employer.number", employer.company().get(), "Ondernemingsnummer");
        }
        employer.socialSecurity().ifPresent(number -> draft.text("employer.scheme", "NOSS", "Werkgever")
                .text("employer.number", number, "RSZNummer"));
        return draft;
    }
}
