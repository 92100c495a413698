package eu.estafette.bench.scenario;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What events say: as much as a partner's system usually fills in, 100 to 400 bytes in Avro. */
final class Contents {

    /** The day on which all happens. */
    static final LocalDate TODAY = LocalDate.parse("2026-03-02");

    private Contents() {}

    static Map<String, Object> of(EventType type, String coaching, int coach) {
        return switch (type) {
            case REFERRAL_REQUESTED -> referral();
            case REFERRAL_DECIDED -> Map.of("decision", "ACCEPTED", "firstAppointment", TODAY.plusDays(7));
            case ROLE_ASSIGNED ->
                Map.of(
                        "role",
                        Role.COACH.name(),
                        "party",
                        coaching,
                        "person",
                        Parties.coach(coach),
                        "coachKind",
                        "PROFESSIONAL",
                        "from",
                        TODAY);
            case EMPLOYMENT_STARTED -> employment();
            case EMPLOYMENT_ENDED ->
                Map.of("actualEnd", TODAY, "initiative", "EMPLOYER", "reason", coded("NOT_RENEWED"));
            default -> throw new IllegalArgumentException("no content for " + type.shortName());
        };
    }

    /** That a notice has arrived. */
    static Map<String, Object> receipt(String noticeId) {
        return Map.of("noticeId", noticeId, "level", "TRANSPORT");
    }

    private static Map<String, Object> referral() {
        return Map.of(
                "kind", coded("JOB_COACHING"),
                "need", List.of(coded("LANGUAGE"), coded("MOBILITY"), coded("PACE")),
                "requestedStart", TODAY.plusDays(14),
                "decideBefore", TODAY.plusDays(7),
                "hours", new BigDecimal("24.0000"),
                "language", "A2",
                "occupations", List.of(coded("ISCO", "9214"), coded("ISCO", "6113")),
                "briefing",
                        Map.of(
                                "text",
                                "Worked in a nursery for two summers. Comes by bicycle; mornings are best."
                                        + " Would like to keep the same coach after the first weeks.",
                                "authorRole",
                                Role.REFERRER.name()),
                "contact", "mornings, by telephone");
    }

    private static Map<String, Object> employment() {
        return Map.ofEntries(
                Map.entry("employer", Map.of("scheme", "KVK", "number", "68750110", "name", "De Slakwekerij")),
                Map.entry("workAddress", "Dorpsstraat 1, 1234 AB Brinkhove"),
                Map.entry("function", coded("ISCO", "6113")),
                Map.entry("contractForm", coded("FIXED")),
                Map.entry("measure", coded("WAGE_COST_SUBSIDY")),
                Map.entry("startDate", TODAY),
                Map.entry("startTime", "08:30"),
                Map.entry("plannedEnd", TODAY.plusMonths(6)),
                Map.entry("hoursPerWeek", new BigDecimal("24.0000")),
                Map.entry(
                        "schedule",
                        Stream.of("MO", "TU", "TH", "FR")
                                .map(day -> Map.of("day", day, "from", "08:30", "to", "14:30"))
                                .toList()),
                Map.entry("contactPerson", "head of the greenhouse"),
                Map.entry("sector", coded("NACE", "01.49")));
    }

    private static Map<String, Object> coded(String code) {
        return coded("ESTAFETTE", code);
    }

    private static Map<String, Object> coded(String scheme, String code) {
        return Map.of("scheme", scheme, "code", code);
    }
}
