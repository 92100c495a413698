package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The events that the hub itself raises about a case. */
final class HubEvents {

    private static final String PLANNED_END = "plannedEnd";

    private HubEvents() {}

    static CaseEvent rang(Case file, Clock clock) {
        ObjectKey object = clock.object();
        Fields data = about(Fields.of("clock", clock.name()).with("date", clock.date()), object);
        Optional<LocalDate> plannedEnd = Optional.ofNullable(file.objects().get(object))
                .map(CaseObject::content)
                .flatMap(content -> content.date(PLANNED_END));
        String key = String.join(
                "|",
                "clock",
                clock.name(),
                object.family(),
                object.key(),
                clock.date().toString());
        return event(
                file,
                EventType.CLOCK_RANG,
                key,
                clock.date(),
                plannedEnd.map(end -> data.with(PLANNED_END, end)).orElse(data));
    }

    /** @param day the working day after the step was due */
    static CaseEvent overdue(Case file, OpenStep step, LocalDate day) {
        LocalDate since = step.due().orElseThrow();
        ObjectKey object = step.object();
        Fields data = about(Fields.of("step", step.code()).with("since", since), object);
        String key = String.join("|", step.code(), object.family(), object.key(), since.toString());
        return event(file, EventType.STEP_OVERDUE, key, day, data);
    }

    private static Fields about(Fields data, ObjectKey object) {
        return data.with("objectFamily", object.family()).with("objectKey", object.key());
    }

    private static CaseEvent event(Case file, EventType type, String key, LocalDate day, Fields data) {
        byte[] name = (file.id() + "|" + type.shortName() + "|" + key).getBytes(StandardCharsets.UTF_8);
        return new CaseEvent(
                UUID.nameUUIDFromBytes(name).toString(),
                PartyId.HUB_SOURCE,
                type,
                Days.start(day),
                Recipient.of(PartyId.HUB),
                Optional.empty(),
                Action.ORIGINAL,
                key,
                1,
                day,
                false,
                HexFormat.of().formatHex(name),
                Optional.empty(),
                List.of(),
                data);
    }
}
