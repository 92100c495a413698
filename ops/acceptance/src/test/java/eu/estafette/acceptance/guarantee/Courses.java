package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.Bsn;
import eu.estafette.acceptance.oracle.Cause;
import eu.estafette.acceptance.oracle.Planned;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cases in which a municipality and a coach organisation tell each other of every step: a referral is asked and accepted, coaching begins,
 * and then they take turns, the one with a move, the other with a report. Who must hear of what is written here, and nowhere read off the
 * hub's tables.
 */
final class Courses {

    private static final int SHORTEST = 3;

    private final PartnerNames partners;
    private final String run;

    /** @param run goes into every id and key, so that runs on one hub do not meet */
    Courses(PartnerNames partners, String run) {
        this.partners = partners;
        this.run = run;
    }

    /**
     * @param firstPerson where its persons begin in the list of all; runs on one hub need persons of their own
     * @param events      in all, at least three for each case; what is left over is left out
     */
    List<Course> of(int cases, int events, int firstPerson) {
        List<String> persons = Bsn.numbers(firstPerson + cases);
        List<Course> courses = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            courses.add(course(i, persons.get(firstPerson + i), Math.max(SHORTEST, events / cases)));
        }
        return courses;
    }

    private Course course(int number, String bsn, int length) {
        String municipality = partners.municipalityOf(number);
        String coaches = partners.coachesOf(number);
        String name = run + "-" + number;
        var events = new Writer(name, bsn);
        events.add(municipality, "referral.requested", "REF-" + name, 1, Set.of(coaches), """
                "ruleset":"netherlands-municipality","kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"},
                "roles":[{"role":"REFERRER","party":"%1$s"},{"role":"COMMISSIONER","party":"%1$s"},
                         {"role":"COACH_ORGANISATION","party":"%2$s"}]""".formatted(
                        municipality, coaches));
        // the coach organisation hears of its own decision, too: it must assign a coach now
        events.add(coaches, "referral.decided", "REF-" + name, 1, Set.of(municipality, coaches), """
                "decision":"ACCEPTED\"""");
        events.add(coaches, "coaching.started", "COA-" + name, 1, Set.of(municipality), """
                "startDate":"2026-03-02\"""");
        for (int i = SHORTEST; i < length; i++) {
            int version = (i - SHORTEST) / 2 + 1;
            if (i % 2 == 1) {
                events.add(municipality, "person.moved", "MOV-" + name, version, Set.of(coaches), """
                        "crosses":"ADDRESS","from":"2026-03-02\"""");
            } else {
                events.add(coaches, "coaching.reported", "REP-" + name, version, Set.of(municipality), """
                        "periodStart":"2026-03-02","periodEnd":"2026-03-31\"""");
            }
        }
        return new Course(name, events.all);
    }

    /** Numbers the events of a case. */
    private static final class Writer {

        private final String caseName;
        private final String bsn;
        private final List<Course.Event> all = new ArrayList<>();

        Writer(String caseName, String bsn) {
            this.caseName = caseName;
            this.bsn = bsn;
        }

        void add(String sender, String type, String key, int version, Set<String> receivers, String fields) {
            String id = caseName + "-" + all.size();
            String json = """
                    {"specversion":"1.0","id":"%s","source":"urn:estafette:party:%s","type":"eu.estafette.case.v1.%s",
                     "service":"eu.estafette.case.v1","time":"2026-03-02T09:15:00+01:00","datacontenttype":"application/json",
                     "data":{"subject":{"scheme":"BSN","number":"%s","givenName":"Sam","familyName":"Jansen"},
                             "occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"%s","version":%d,%s}}
                    """.formatted(id, sender, type.replace(".", ".notify."), bsn, key, version, fields);
            var planned = new Planned(id, caseName, all.size(), new Cause(type, key, version), receivers);
            all.add(new Course.Event(planned, sender, json));
        }
    }
}
