package eu.estafette.connector.mutationfiles;

import eu.estafette.domain.event.EventType;
import eu.estafette.kit.employment.BrusselsTime;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlContract;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Job seekers of a batch: a registration that began or ended, and where the number is one that has changed, that too. A registration goes on
 * under the new number.
 *
 * @param named when the file was published, by its name
 */
record JobSeekers(
        Party party, OriginalRef original, BatchHead head, Optional<LocalDateTime> named, XmlContract contract)
        implements MutationRecords.Translation {

    private static final String SSIN = "ssin";
    private static final String SEQUENCE = "sequenceNumber";

    @Override
    public List<IntFunction<Reading>> of(ElementText seeker) {
        List<Issue> breaches = Faults.of(contract.breachesOf(seeker.element()));
        if (!breaches.isEmpty()) {
            return List.of(number -> new Reading.Faulty(breaches));
        }
        ElementText ssin = seeker.child(SSIN).orElseThrow();
        String replacedBy = ssin.attribute("replacedBy");
        if (replacedBy != null && !replacedBy.equals(number(ssin))) {
            return List.of(at -> renumbered(at, seeker), at -> registration(at, seeker, replacedBy));
        }
        // a number without a successor is known for the last time by its registration
        return isTrue(ssin.attribute("canceled"))
                ? List.of(at -> registration(at, seeker, number(ssin)), at -> renumbered(at, seeker))
                : List.of(at -> registration(at, seeker, number(ssin)));
    }

    private Reading registration(int number, ElementText seeker, String insz) {
        LocalDate day = Objects.requireNonNull(seeker.date("event", "date"));
        LocalDate registered = seeker.date("deregistrationDetails", "registrationDate");
        boolean ends = "DEREGISTRATION".equals(seeker.text("event", "type"));
        String service = seeker.attribute("source");
        EventDraft draft = draft(EventType.REGISTRATION_CHANGED, number, seeker);
        if (ends && registered != null && registered.isAfter(day)) {
            draft.breaks(Faults.rule("endBeforeStart", "registrationDate", "lies after the deregistration, " + day));
        }
        return new Reading.Event(draft.text("businessKey", "REGISTRATION-" + service, "source")
                .version(
                        RegistrationOrder.version(
                                head.sequence(), sent().map(LocalDateTime::toLocalDate), day, ends, registered),
                        SEQUENCE)
                .subject("INSZ", insz, SSIN)
                .text("service", service, "source")
                .text("status", ends ? "DEREGISTERED" : "REGISTERED", "type")
                .text("reason", ends ? seeker.text("deregistrationDetails", "reason") : null, "reason")
                .date("date", day, "date")
                .translated());
    }

    private Reading renumbered(int number, ElementText seeker) {
        ElementText ssin = seeker.child(SSIN).orElseThrow();
        String old = number(ssin);
        EventDraft draft = draft(EventType.PERSON_RENUMBERED, number, seeker)
                .text("businessKey", "SSIN-" + seeker.attribute("source") + "-" + seeker.text("event", "id"), "id")
                .version(Math.toIntExact(head.sequence()), SEQUENCE)
                .subject("INSZ", old, SSIN)
                .text("old.scheme", "INSZ", SSIN)
                .text("old.number", old, SSIN);
        String renewed = ssin.attribute("replacedBy");
        if (renewed != null) {
            draft.text("new.scheme", "INSZ", "replacedBy").text("new.number", renewed, "replacedBy");
        }
        return new Reading.Event(draft.translated());
    }

    private EventDraft draft(EventType type, int number, ElementText seeker) {
        LocalDate day = Objects.requireNonNull(seeker.date("event", "date"));
        Instant time =
                sent().orElseGet(day::atStartOfDay).atZone(BrusselsTime.ZONE).toInstant();
        return new EventDraft(type, party, original, number, time).date("occurredOn", day, "date");
    }

    private Optional<LocalDateTime> sent() {
        return head.sent().or(() -> named);
    }

    private static String number(ElementText ssin) {
        return ssin.element().getTextContent().strip();
    }

    private static boolean isTrue(@Nullable String flag) {
        return "true".equals(flag) || "1".equals(flag);
    }
}
