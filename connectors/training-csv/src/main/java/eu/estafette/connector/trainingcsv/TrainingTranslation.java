package eu.estafette.connector.trainingcsv;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes {@code training.progressed} of a line. */
record TrainingTranslation(Party party, OriginalRef original) {

    private static final String OWN_SCHEME = "ESTAFETTE";

    /** @param number of the line */
    Reading of(int number, Map<Column, String> line) {
        var values = new LineValues(line);
        LocalDate date = values.date(Column.DATE);
        Optional<Integer> version = values.version();
        Action action = values.action();
        var draft = new EventDraft(
                        EventType.TRAINING_PROGRESSED,
                        party,
                        original,
                        number,
                        (date == null ? LocalDate.EPOCH : date)
                                .atStartOfDay(party.zone())
                                .toInstant())
                .text("businessKey", values.text(Column.REFERENCE), Column.REFERENCE.title())
                .action(action)
                .date("occurredOn", date, Column.DATE.title())
                .subject(values.scheme(party), values.text(Column.NUMBER), Column.NUMBER.title())
                .text("subject.caseRef", values.text(Column.CASE), Column.CASE.title())
                .text("status", upper(values.text(Column.STATUS)), Column.STATUS.title())
                .text("course.code", values.text(Column.COURSE), Column.COURSE.title())
                .text("course.text", values.text(Column.COURSE_NAME), Column.COURSE_NAME.title())
                .date("expectedStart", values.date(Column.EXPECTED_START), Column.EXPECTED_START.title())
                .date("plannedEnd", values.date(Column.PLANNED_END), Column.PLANNED_END.title())
                .number("hours", values.decimal(Column.HOURS), Column.HOURS.title())
                .text("languageRequired", upper(values.text(Column.LANGUAGE)), Column.LANGUAGE.title())
                .text("certificate", values.text(Column.CERTIFICATE), Column.CERTIFICATE.title());
        version.ifPresent(known -> draft.version(known, Column.VERSION.title()));
        if (values.text(Column.COURSE) != null) {
            String scheme = values.text(Column.COURSE_SCHEME);
            draft.text("course.scheme", scheme == null ? OWN_SCHEME : scheme, Column.COURSE_SCHEME.title());
        }
        List<Issue> faults = values.faults();
        return faults.isEmpty() ? new Reading.Event(draft.translated()) : new Reading.Faulty(faults);
    }

    private static @Nullable String upper(@Nullable String text) {
        return text == null ? null : text.toUpperCase(Locale.ROOT);
    }
}
