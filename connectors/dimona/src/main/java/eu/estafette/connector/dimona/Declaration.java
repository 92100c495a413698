package eu.estafette.connector.dimona;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.ElementText;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One form with a declaration, valid by its schema, on its way to becoming an event. A form's move is told by its element, not by its
 * status.
 */
record Declaration(Party party, OriginalRef original, int number, FormMoment made, ElementText move) {

    private static final String PERIOD = "DimonaPeriodId";
    private static final String START = "StartingDate";
    private static final String END = "EndingDate";

    Reading in(PeriodIds periods) {
        List<Issue> broken = StartRules.broken(move, made);
        Optional<Employer> employer = Employer.of(move);
        String insz = insz("NaturalPerson", "INSS");
        LocalDate start = move.date(START);
        if (insz == null) {
            return faulty(Anomalies.of(
                    Anomalies.PERSON_UNKNOWN, "INSS", "is missing: without it nobody knows whom this is about"));
        }
        if (employer.isEmpty()) {
            return faulty(Anomalies.at("EmployerId", Anomalies.MISSING, "is missing, or holds no number"));
        }
        if (!broken.isEmpty() || start == null) {
            return new Reading.Faulty(broken);
        }
        String type = StartRules.typeOf(move);
        String hour = WorkerTypes.mayBeSeveralADay(type) ? move.text("StartingHour") : null;
        String key = periods.of(employer.get().number(), insz, start, hour, type);
        EventDraft draft = draft(EventType.EMPLOYMENT_STARTED, key, start, insz);
        if (move.child("DimonaFeatures").isPresent()) {
            coded(draft, "workerType", WorkerTypes.SCHEME, "WorkerType");
            coded(draft, "sector", WorkerTypes.SECTOR_SCHEME, "JointCommissionNbr");
        } else {
            draft.partial();
        }
        return event(times(employer.get().putInto(draft)));
    }

    private void coded(EventDraft draft, String field, String scheme, String tag) {
        String code = move.text("DimonaFeatures", tag);
        if (code != null) {
            draft.text(field + ".scheme", scheme, tag).text(field + ".code", code, tag);
        }
    }

    Reading out() {
        LocalDate end = move.date(END);
        Optional<Issue> broken = end == null ? Optional.empty() : StartRules.checkEnd(end);
        if (broken.isPresent()) {
            return faulty(broken.get());
        }
        return known(insz -> {
            EventDraft draft =
                    draft(EventType.EMPLOYMENT_ENDED, period(), end, insz).date("actualEnd", end, END);
            employer(draft);
            return draft;
        });
    }

    /** A change; or, with an end that never comes, the taking back of an end. */
    Reading update() {
        LocalDate start = move.date(START);
        LocalDate end = move.date(END);
        boolean reopens = StartRules.NO_END.equals(end);
        if (reopens && start != null) {
            return faulty(Anomalies.at(
                    END, Anomalies.NOT_ALLOWED, "reopens the period; send what else changes in a form of its own"));
        }
        if (reopens) {
            return known(insz -> draft(EventType.EMPLOYMENT_ENDED, period(), made.date(), insz)
                    .action(Action.REOPENING));
        }
        if (start == null
                && end == null
                && move.text("StartingHour") == null
                && Employer.of(move).isEmpty()) {
            return faulty(
                    Anomalies.of(Anomalies.NOTHING_CHANGED, "DimonaUpdate", "changes no date, start hour or employer"));
        }
        return known(insz -> {
            EventDraft draft = times(draft(EventType.EMPLOYMENT_CHANGED, period(), made.date(), insz))
                    .partial();
            employer(draft);
            return draft;
        });
    }

    Reading cancel() {
        return known(insz ->
                draft(EventType.EMPLOYMENT_STARTED, period(), made.date(), insz).action(Action.WITHDRAWAL));
    }

    /** The one kind of form whose move stands in a status: 0 told, 1 changed, 3 taken back. */
    Reading daily() {
        LocalDate start = move.date(START);
        Action action =
                switch (String.valueOf(move.text("AttestationStatus"))) {
                    case "1" -> Action.CORRECTION;
                    case "3" -> Action.WITHDRAWAL;
                    default -> Action.ORIGINAL;
                };
        String key = move.text(PERIOD) != null ? period() : dailyKey();
        if (key == null) {
            return faulty(Anomalies.at(PERIOD, Anomalies.MISSING, "is missing, as is DailyRegistrationId"));
        }
        return known(insz -> {
            EventDraft draft = draft(EventType.EMPLOYMENT_STARTED, key, start == null ? made.date() : start, insz)
                    .action(action);
            if (action != Action.WITHDRAWAL) {
                // it tells hours of a day, and nothing of the employment they belong to
                times(draft).partial();
                employer(draft);
            }
            return draft;
        });
    }

    private @Nullable String dailyKey() {
        String id = move.text("DailyRegistrationId");
        return id == null ? null : "DRD-" + PeriodIds.whole(id);
    }

    private interface Known {
        EventDraft about(String insz);
    }

    private Reading known(Known known) {
        String insz = insz("INSS");
        return insz == null
                ? faulty(Anomalies.of(
                        Anomalies.PERSON_UNKNOWN, "INSS", "is missing: a period alone does not tell whose it is"))
                : event(known.about(insz));
    }

    /** Zero stands for a person without a number. */
    private @Nullable String insz(String... path) {
        String number = move.text(path);
        return number == null || number.equals("0") ? null : number;
    }

    private String period() {
        return PeriodIds.whole(String.valueOf(move.text(PERIOD)));
    }

    private EventDraft draft(EventType type, String key, @Nullable LocalDate day, String insz) {
        return new EventDraft(type, party, original, number, made.instant())
                .text("businessKey", key, PERIOD)
                .version(made.version(), "FormCreationHour")
                .date("occurredOn", day, "FormCreationDate")
                .subject("INSZ", insz, "INSS");
    }

    private EventDraft times(EventDraft draft) {
        String hour = move.text("StartingHour");
        return draft.date("startDate", move.date(START), START)
                .text("startTime", hour == null ? null : hour.substring(0, 2) + ":" + hour.substring(2), "StartingHour")
                .date("plannedEnd", move.date(END), END);
    }

    private void employer(EventDraft draft) {
        // named in any case, so that its absence is told by its own name
        draft.text("employer", null, "EmployerId");
        Employer.of(move).ifPresent(employer -> employer.putInto(draft));
    }

    private static Reading event(EventDraft draft) {
        return new Reading.Event(draft.translated());
    }

    private static Reading faulty(Issue issue) {
        return new Reading.Faulty(List.of(issue));
    }
}
