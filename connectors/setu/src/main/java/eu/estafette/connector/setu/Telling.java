package eu.estafette.connector.setu;

import eu.estafette.connector.setu.Known.State;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.party.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes events of one message, given what is known of its assignment. One run. */
final class Telling {

    private static final Map<String, String> FORMS = Map.of(
            "temporary staffing", "TEMP_AGENCY",
            "secondment", "SECONDMENT",
            "payroll", "SECONDMENT");
    private static final String RECRUITMENT = "recruitment and selection";
    private static final int OF_EMPLOYMENT = 1;
    private static final int OF_END = 2;

    private final Party party;
    private final Letter letter;
    private final Assignment assignment;
    private final Optional<Known> before;
    private final Person person;
    private final int version;

    Telling(Party party, Letter letter, Assignment assignment, Optional<Known> before, Person person) {
        this.party = party;
        this.letter = letter;
        this.assignment = assignment;
        this.before = before;
        this.person = person;
        this.version = before.map(Known::version).orElse(0) + 1;
    }

    /** The events, and what is known after them. */
    record Told(List<Translated> events, Known known) {}

    Told told() {
        List<String> seen = before.map(Known::seen).orElse(List.of());
        Instant until = before.map(Known::until).orElse(letter.at());
        if (assignment.status().filter(Status::takesBack).isPresent()) {
            return new Told(
                    List.of(draft(EventType.EMPLOYMENT_STARTED, OF_EMPLOYMENT, today())
                            .action(Action.WITHDRAWAL)
                            .translated()),
                    new Known(person, version, Optional.empty(), State.WITHDRAWN, seen, until).withSeen(letter));
        }
        List<Translated> events = new ArrayList<>();
        if (!assignment.onlyEnds()) {
            events.add(employment());
        }
        Optional<LocalDate> end = assignment.day("ActualEndDate");
        end.map(this::ended).ifPresent(events::add);
        if (end.isEmpty() && is(State.ENDED)) {
            events.add(draft(EventType.EMPLOYMENT_ENDED, OF_END, today())
                    .action(Action.REOPENING)
                    .translated());
        }
        State state = end.isPresent() ? State.ENDED : State.RUNNING;
        return new Told(
                events,
                new Known(
                                person,
                                version,
                                assignment.onlyEnds() ? before.flatMap(Known::hours) : assignment.hoursPerWeek(),
                                state,
                                seen,
                                until)
                        .withSeen(letter));
    }

    private boolean is(State state) {
        return before.map(Known::state).filter(state::equals).isPresent();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(letter.at(), party.zone());
    }

    /** A revision of what the hub does not know, or was told never to have been, tells that it began. */
    private Translated employment() {
        boolean changes =
                assignment.status().equals(Optional.of(Status.REVISED)) && before.isPresent() && !is(State.WITHDRAWN);
        @Nullable LocalDate start = assignment.day("StartDate").orElse(null);
        EventDraft draft = changes
                ? draft(EventType.EMPLOYMENT_CHANGED, OF_EMPLOYMENT, today())
                        .flag(
                                "hoursChanged",
                                !before.orElseThrow().hasHours(assignment.hoursPerWeek()),
                                Names.ASSIGNMENT + "/StaffingShift/Hours")
                : draft(EventType.EMPLOYMENT_STARTED, OF_EMPLOYMENT, start);
        draft.date("startDate", start, Names.RANGE + "/StartDate")
                .date("plannedEnd", assignment.day("ExpectedEndDate").orElse(null), Names.RANGE + "/ExpectedEndDate")
                .number(
                        "hoursPerWeek",
                        assignment.hoursPerWeek().orElse(null),
                        Names.ASSIGNMENT + "/StaffingShift/Hours");
        work(draft);
        function(draft);
        return draft.translated();
    }

    /** Who recruits for somebody employs nobody. */
    private void work(EventDraft draft) {
        String position = String.valueOf(assignment.additional("PositionType"));
        Optional<PartyIdentifier> customer = number("StaffingCustomerId");
        if (position.equals(RECRUITMENT) && customer.isPresent()) {
            party(draft, "employer", customer.get(), Names.CUSTOMER);
            return;
        }
        party(
                draft,
                "employer",
                number("StaffingSupplierId")
                        .orElseGet(() -> new PartyIdentifier(
                                PartyIdentifier.OWN_SCHEME, party.id().value(), Optional.empty())),
                Names.SUPPLIER);
        customer.ifPresent(found -> party(draft, "workplace", found, Names.CUSTOMER));
        String form = FORMS.get(position);
        if (form != null) {
            draft.text("contractForm.scheme", "ESTAFETTE", Names.ADDITIONAL + "/PositionType")
                    .text("contractForm.code", form, Names.ADDITIONAL + "/PositionType");
        }
    }

    private Optional<PartyIdentifier> number(String reference) {
        return assignment
                .owned(reference, "KvK")
                .map(number -> new PartyIdentifier("KVK", number, Optional.empty()))
                .or(() -> assignment
                        .owned(reference, "OIN")
                        .map(number -> new PartyIdentifier("OIN", number, Optional.empty())));
    }

    private static void party(EventDraft draft, String field, PartyIdentifier number, String path) {
        draft.text(field + ".scheme", number.scheme(), path).text(field + ".number", number.number(), path);
    }

    private void function(EventDraft draft) {
        String title = assignment.additional("JobTitle");
        String id = assignment.additional("JobId");
        if (title != null || id != null) {
            String path = Names.ADDITIONAL + "/JobTitle";
            draft.text("function.scheme", "SETU", path)
                    .text("function.code", id == null ? title : id, path)
                    .text("function.text", title, path);
        }
    }

    private Translated ended(LocalDate end) {
        return draft(EventType.EMPLOYMENT_ENDED, OF_END, end)
                .date("actualEnd", end, Names.RANGE + "/ActualEndDate")
                .translated();
    }

    private EventDraft draft(EventType type, int part, @Nullable LocalDate day) {
        return person.putInto(new EventDraft(type, party, letter.original(), letter.eventId(version, part), letter.at())
                .text("businessKey", assignment.id(), Names.ASSIGNMENT_ID)
                .version(version, Names.STATUS)
                .date("occurredOn", day, Names.RANGE + "/StartDate"));
    }
}
