package eu.estafette.connector.mutationfiles;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.StampVersion;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlContract;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Employments that began, changed or ended, as a register knows them. The Dimona number is the key, so that what an employer declares and
 * what a register publishes speak of one employment.
 *
 * @param named when the file was published, by its name
 */
record Employments(Party party, OriginalRef original, Optional<LocalDateTime> named, XmlContract contract)
        implements MutationRecords.Translation {

    private static final String MODIFIED = "DatumTijdstipModificatie";
    private static final String ACTION = "LaatsteDimonaActie";
    private static final String END = "Einde";
    private static final String NUMBER = "DimonaNummer";
    private static final int DIGITS = 12;

    /** What partners write for an end that is not known lies there. */
    private static final int NO_YEAR = 9999;

    @Override
    public List<IntFunction<Reading>> of(ElementText relation) {
        List<Issue> breaches = Faults.of(contract.breachesOf(relation.element()));
        return List.of(number -> breaches.isEmpty() ? read(number, relation) : new Reading.Faulty(breaches));
    }

    private Reading read(int number, ElementText relation) {
        ElementText declared = relation.child("Aangifte").orElseThrow();
        Optional<LocalDateTime> made = Stamps.of(declared.attribute(MODIFIED))
                .or(() -> Stamps.of(declared.attribute("DatumTijdstipCreatie")))
                .or(() -> named);
        if (made.isEmpty()) {
            return faulty(
                    "required",
                    MODIFIED,
                    "is missing, and neither DatumTijdstipCreatie nor the file's name says" + " when this was told");
        }
        var one = new Mutation(number, relation, declared, made.get());
        if ("1".equals(declared.text("Geannuleerd"))) {
            return event(one.draft(EventType.EMPLOYMENT_STARTED, made.get().toLocalDate())
                    .action(Action.WITHDRAWAL));
        }
        String action = declared.text(ACTION);
        return switch (action == null ? "I" : action) {
            case "I" -> one.started();
            case "U" -> one.changed();
            case "O" -> one.ended();
            default -> faulty("unknownValue", ACTION, "is none of I, U and O; what happened is not known");
        };
    }

    /** One of them, valid by its schema. */
    private final class Mutation {

        private final int number;
        private final ElementText relation;
        private final ElementText declared;
        private final LocalDateTime made;

        Mutation(int number, ElementText relation, ElementText declared, LocalDateTime made) {
            this.number = number;
            this.relation = relation;
            this.declared = declared;
            this.made = made;
        }

        Reading started() {
            LocalDate start = begin();
            return start == null
                    ? faulty("required", "Begin", "is missing, and an employment begins on some day")
                    : event(whole(draft(EventType.EMPLOYMENT_STARTED, start)));
        }

        /** An end that never comes takes back one that was told, as in a Dimona update. */
        Reading changed() {
            LocalDate end = declared.date("PeriodeTijdstip", END, "Datum");
            return end != null && end.getYear() == NO_YEAR
                    ? event(draft(EventType.EMPLOYMENT_ENDED, made.toLocalDate())
                            .action(Action.REOPENING))
                    : event(whole(draft(EventType.EMPLOYMENT_CHANGED, made.toLocalDate())));
        }

        Reading ended() {
            LocalDate end = end();
            LocalDate start = begin();
            if (end == null) {
                return faulty("required", END, "is missing or no day, although the last action is an end");
            }
            return start != null && end.isBefore(start)
                    ? faulty("endBeforeStart", END, "lies before Begin, " + start)
                    : event(employer(draft(EventType.EMPLOYMENT_ENDED, end).date("actualEnd", end, END)));
        }

        EventDraft draft(EventType type, LocalDate day) {
            String key = Objects.requireNonNull(declared.text(NUMBER));
            return new EventDraft(
                            type,
                            party,
                            original,
                            number,
                            made.atZone(Stamps.ZONE).toInstant())
                    .text("businessKey", "0".repeat(DIGITS - key.length()) + key, NUMBER)
                    .version(StampVersion.of(made), MODIFIED)
                    .date("occurredOn", day, MODIFIED)
                    .subject("INSZ", relation.text("Relatie", "Werknemer", "INSZ"), "INSZ");
        }

        private EventDraft whole(EventDraft draft) {
            String hour = declared.text("PeriodeTijdstip", "Begin", "Tijd");
            return coded(
                    coded(
                            employer(draft)
                                    .date("startDate", begin(), "Begin")
                                    .text("startTime", hour == null ? null : hour.substring(0, 5), "Tijd")
                                    .date("plannedEnd", end(), END),
                            "workerType",
                            "DIMONA-WORKER-TYPE",
                            "AardWerknemer"),
                    "sector",
                    "DIMONA-JOINT-COMMISSION",
                    "ParitairComite");
        }

        private EventDraft coded(EventDraft draft, String field, String scheme, String tag) {
            String code = declared.text(tag);
            return code == null
                    ? draft
                    : draft.text(field + ".scheme", scheme, tag).text(field + ".code", code, tag);
        }

        private EventDraft employer(EventDraft draft) {
            String company = relation.text("Relatie", "Werkgever", "Ondernemingsnummer");
            String social = relation.text("Relatie", "Werkgever", "RSZNummer");
            // named in any case, so that its absence is told by its own name
            draft.text("employer", null, "Werkgever");
            if (company != null) {
                String number = company.length() == 9 ? "0" + company : company;
                return draft.text("employer.scheme", "KBO", "Werkgever")
                        .text("employer.number", number, "Ondernemingsnummer");
            }
            return social == null
                    ? draft
                    : draft.text("employer.scheme", "NOSS", "Werkgever").text("employer.number", social, "RSZNummer");
        }

        private @Nullable LocalDate begin() {
            return declared.date("PeriodeTijdstip", "Begin", "Datum");
        }

        private @Nullable LocalDate end() {
            LocalDate end = declared.date("PeriodeTijdstip", END, "Datum");
            return end == null || end.getYear() == NO_YEAR ? null : end;
        }
    }

    private static Reading event(EventDraft draft) {
        return new Reading.Event(draft.translated());
    }

    private static Reading faulty(String code, String name, String detail) {
        return new Reading.Faulty(List.of(Faults.rule(code, name, detail)));
    }
}
