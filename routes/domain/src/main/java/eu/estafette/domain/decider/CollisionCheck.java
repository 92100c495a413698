package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.util.List;
import java.util.Optional;

/**
 * Compares appointments that are still ahead with work that starts or changes, and has the rows for appointments say what follows for their
 * makers. To them it is about their appointment: nothing shows that there is work, or whose.
 */
final class CollisionCheck {

    private final Catalogue catalogue;
    private final DueDates dueDates;
    private final Steps steps;
    private final Workbench bench;

    CollisionCheck(Catalogue catalogue, DueDates dueDates, Workbench bench) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.bench = bench;
    }

    void check() {
        Turn turn = bench.turn();
        Optional<CaseObject> work = turn.draft().object(turn.object()).filter(CaseObject::open);
        if (work.isEmpty()) {
            return;
        }
        for (CaseObject appointment : Appointments.meeting(turn, work.get().content())) {
            Optional<LineHistory> line = Appointments.line(appointment);
            line.ifPresent(told -> ask(appointment, told.line(), told.highest()));
        }
    }

    private void ask(CaseObject appointment, Line line, int version) {
        Turn turn = about(appointment, line, version);
        List<Row> firing = turn.table().firing(EventType.APPOINTMENT_CHANGED, new CaseFacts(turn)).stream()
                .filter(row -> !isAsked(row, appointment))
                .toList();
        Workbench own = Workbench.of(catalogue, steps, turn);
        new Acting(dueDates, turn, own.offers()).act(firing);
        own.outbox().flush();
        bench.outbox().add(own.outbox());
    }

    /** Its maker is not asked twice. */
    private boolean isAsked(Row row, CaseObject appointment) {
        return row.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Act(String code)
                        && steps.find(bench.turn().draft(), code, appointment.key())
                                .isPresent());
    }

    /** The turn as if the appointment were told now. */
    private Turn about(CaseObject appointment, Line line, int version) {
        Turn turn = bench.turn();
        Optional<Holding> maker = Receivers.of(turn).maker(appointment);
        Recipient sender = maker.map(Holding::recipient).orElse(Recipient.of(PartyId.HUB));
        Speaker speaker =
                maker.map(found -> Speaker.in(found.role(), found.recipient())).orElseGet(() -> Speaker.ofHub(sender));
        CaseEvent event = new CaseEvent(
                turn.event().id(),
                line.source(),
                line.type(),
                turn.event().time(),
                sender,
                maker.map(Holding::role),
                Action.ORIGINAL,
                line.businessKey(),
                version,
                turn.today(),
                false,
                turn.event().digest(),
                Optional.empty(),
                List.of(),
                appointment.content());
        return new Turn(
                event,
                turn.today(),
                turn.draft(),
                speaker,
                turn.table(),
                appointment.key(),
                appointment.content(),
                turn.roles(),
                turn.was(),
                turn.handover());
    }
}
