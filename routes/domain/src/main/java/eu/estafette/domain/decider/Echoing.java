package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyIdentifier;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Recognises the start of an employment that another source has told of already (domain section 2, Echo). */
final class Echoing {

    private static final String START = "startDate";
    private static final List<String> THAT_MATTER = List.of(START, "plannedEnd", "hoursPerWeek");
    private static final long DAYS_APART = 14;

    private final ObjectFinder objects;

    Echoing(ObjectFinder objects) {
        this.objects = objects;
    }

    /** The employment that a start not told before on its line is an echo of; of several the one that starts nearest. */
    Optional<CaseObject> find(CaseDraft draft, Optional<CaseObject> own, CaseEvent event) {
        if (event.type() != EventType.EMPLOYMENT_STARTED) {
            return Optional.empty();
        }
        if (own.filter(object -> object.lines().stream().anyMatch(Echoing::tellsStart))
                .isPresent()) {
            return own.filter(object -> !object.alike(event.line()).isEmpty());
        }
        Optional<LocalDate> start = event.data().date(START);
        Optional<PartyIdentifier> employer = event.data().party("employer");
        if (start.isEmpty() || employer.isEmpty()) {
            return Optional.empty();
        }
        return draft.objects().stream()
                .filter(object -> object.isOf(Family.EMPLOYMENT))
                .filter(object -> isSame(object, event, employer.get(), start.get()))
                .min(Comparator.comparing((CaseObject object) -> daysApart(object.content(), start.get()))
                        .thenComparing(object -> object.key().key()));
    }

    private static boolean tellsStart(LineHistory line) {
        return line.line().type() == EventType.EMPLOYMENT_STARTED;
    }

    private boolean isSame(CaseObject known, CaseEvent event, PartyIdentifier employer, LocalDate start) {
        List<LineHistory> tellings = known.alike(event.line());
        boolean another =
                tellings.stream().noneMatch(line -> line.line().source().equals(event.source()));
        Fields content = known.content();
        return !tellings.isEmpty()
                && another
                && objects.isSame(content.party("employer"), employer)
                && daysApart(content, start) <= DAYS_APART
                && !isOver(known, content, start);
    }

    /** Who starts after an employment has ended starts another one. */
    private static boolean isOver(CaseObject known, Fields content, LocalDate start) {
        return !known.open()
                && content.date("actualEnd").filter(end -> end.isBefore(start)).isPresent();
    }

    private static long daysApart(Fields content, LocalDate start) {
        return content.date(START)
                .map(other -> Math.abs(ChronoUnit.DAYS.between(other, start)))
                .orElse(Long.MAX_VALUE);
    }

    /** Whether what an echo told makes the fact another one; what it only adds does not, unless a date or the hours. */
    static boolean differ(Fields before, Fields after) {
        return THAT_MATTER.stream()
                .anyMatch(field -> ViewChanges.differ(
                        before.values().get(field), after.values().get(field)));
    }
}
