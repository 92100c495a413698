package eu.estafette.connector.suwinet;

import eu.estafette.connector.suwinet.Difference.Move;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import java.time.Instant;
import java.time.LocalDate;

/** Moves of one person's employments as events. */
record IkvEvents(Party party, String number, OriginalRef original, Instant now, LocalDate today) {

    /** @param part which event of this answer */
    Translated of(Move move, Employment employment, int version, int part) {
        return switch (move) {
            case STARTED ->
                content(draft(EventType.EMPLOYMENT_STARTED, employment, version, part), employment)
                        .date("occurredOn", employment.start(), "DatBIkv")
                        .translated();
            case CHANGED ->
                content(draft(EventType.EMPLOYMENT_CHANGED, employment, version, part), employment)
                        .date("occurredOn", today, "DatBIkv")
                        .translated();
            case ENDED -> end(draft(EventType.EMPLOYMENT_ENDED, employment, version, part), employment);
            case END_CORRECTED ->
                end(draft(EventType.EMPLOYMENT_ENDED, employment, version, part).action(Action.CORRECTION), employment);
            case REOPENED ->
                draft(EventType.EMPLOYMENT_ENDED, employment, version, part)
                        .action(Action.REOPENING)
                        .date("occurredOn", today, "DatEIkv")
                        .translated();
        };
    }

    private EventDraft draft(EventType type, Employment employment, int version, int part) {
        return new EventDraft(type, party, original, part, now)
                .text("businessKey", employment.key(), "VolgnrIkv")
                .version(version, "VolgnrIkv")
                .subject("BSN", number, "Burgerservicenr");
    }

    private static EventDraft content(EventDraft draft, Employment employment) {
        employer(draft, employment)
                .date("startDate", employment.start(), "DatBIkv")
                .date("plannedEnd", employment.end().orElse(null), "DatEIkv");
        Kinds.contractForm(employment)
                .ifPresent(form -> draft.text("contractForm.scheme", Kinds.OWN_SCHEME, "CdAardIkv")
                        .text("contractForm.code", form, "CdAardIkv"));
        employment.kind().ifPresent(kind -> draft.text("workerType.scheme", Kinds.SCHEME, "CdAardIkv")
                .text("workerType.code", kind, "CdAardIkv"));
        return draft;
    }

    private static Translated end(EventDraft draft, Employment employment) {
        LocalDate end = employment.end().orElseThrow();
        return employer(draft, employment)
                .date("occurredOn", end, "DatEIkv")
                .date("actualEnd", end, "DatEIkv")
                .translated();
    }

    private static EventDraft employer(EventDraft draft, Employment employment) {
        return draft.text("employer.scheme", "LHN", "Loonheffingennr")
                .text("employer.number", employment.employer(), "Loonheffingennr")
                .text("employer.name", employment.name().orElse(null), "NaamAdministratieveEenheid");
    }
}
