package eu.estafette.bench.decide;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.RoleClaim;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A case as it is after some months: everybody on it, coaching, a training, a job, and steps that are still open. */
final class History {

    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private History() {}

    static List<CaseEvent> events(String ruleset) {
        return List.of(
                opening(ruleset),
                event(
                        EventType.REFERRAL_DECIDED,
                        Role.COACH_ORGANISATION,
                        "REF-1",
                        Map.of("decision", "ACCEPTED", "firstAppointment", TODAY.plusDays(7))),
                event(EventType.COACHING_STARTED, Role.COACH, "COACHING-1", Map.of("startDate", TODAY)),
                training("ENROLLED", 1),
                job("JOB-1", "11111111"));
    }

    static CaseEvent training(String status, int version) {
        return event(
                EventType.TRAINING_PROGRESSED,
                Role.TRAINING,
                "COURSE-1",
                version,
                Map.of(
                        "status",
                        status,
                        "course",
                        Code.own("WELDING"),
                        "plannedEnd",
                        TODAY.plusMonths(2),
                        "hours",
                        new BigDecimal("120.0000")));
    }

    static CaseEvent job(String key, String employer) {
        return event(
                EventType.EMPLOYMENT_STARTED,
                Role.COACH,
                key,
                Map.ofEntries(
                        Map.entry("employer", new PartyIdentifier("KVK", employer, Optional.of("De Slakwekerij"))),
                        Map.entry("function", Code.own("GARDENER")),
                        Map.entry("contractForm", Code.own("FIXED")),
                        Map.entry("measure", Code.own("WAGE_COST_SUBSIDY")),
                        Map.entry("startDate", TODAY.plusDays(7)),
                        Map.entry("plannedEnd", TODAY.plusMonths(6)),
                        Map.entry("hoursPerWeek", new BigDecimal("24.0000")),
                        Map.entry(
                                "schedule",
                                Stream.of("MO", "TU", "TH", "FR")
                                        .map(History::slot)
                                        .toList()),
                        Map.entry("contactPerson", "head of the greenhouse")));
    }

    private static Fields slot(String day) {
        return new Fields(Map.of("day", day, "from", "08:30", "to", "14:30"));
    }

    private static CaseEvent opening(String ruleset) {
        CaseEvent referral = event(
                EventType.REFERRAL_REQUESTED,
                Role.REFERRER,
                "REF-1",
                Map.of("kind", Code.own("JOB_COACHING"), "decideBefore", TODAY.plusDays(10)));
        List<RoleClaim> everybody = Everybody.roles().stream()
                .map(role -> new RoleClaim(role, Everybody.party(role), Optional.empty(), Optional.empty()))
                .toList();
        return new CaseEvent(
                referral.id(),
                referral.source(),
                referral.type(),
                referral.time(),
                referral.sender(),
                referral.as(),
                referral.action(),
                referral.businessKey(),
                referral.version(),
                referral.occurredOn(),
                referral.partial(),
                referral.digest(),
                Optional.of(ruleset),
                everybody,
                referral.data());
    }

    private static CaseEvent event(EventType type, Role by, String key, Map<String, Object> data) {
        return event(type, by, key, 1, data);
    }

    private static CaseEvent event(EventType type, Role by, String key, int version, Map<String, Object> data) {
        String id = type.shortName() + " " + key + " " + version;
        return new CaseEvent(
                id,
                "urn:estafette:party:" + Everybody.party(by),
                type,
                Instant.parse("2026-03-02T08:59:59Z"),
                Recipient.of(Everybody.party(by)),
                Optional.of(by),
                Action.ORIGINAL,
                key,
                version,
                TODAY,
                false,
                id,
                Optional.empty(),
                List.of(),
                new Fields(data));
    }
}
