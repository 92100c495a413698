package eu.estafette.bench.scenario;

import eu.estafette.domain.event.EventType;
import java.util.random.RandomGenerator;

/** What happens next in one case: a job, its end, now and then a new coach or another referral. */
final class CaseCourse {

    private final Subject subject;
    private int referrals;
    private int coaches;
    private int jobs;
    private boolean asked;
    private boolean employed;

    CaseCourse(Subject subject) {
        this.subject = subject;
    }

    /** Something a partner tells; {@code coach} matters where a coach is assigned. */
    record Told(EventType type, String party, String key, int coach) {}

    Subject subject() {
        return subject;
    }

    Told referral() {
        asked = true;
        return told(EventType.REFERRAL_REQUESTED, subject.circle().referrer(), "REF-" + ++referrals);
    }

    Told acceptance() {
        asked = false;
        return told(EventType.REFERRAL_DECIDED, subject.circle().coaching(), "REF-" + referrals);
    }

    Told assignment() {
        return told(EventType.ROLE_ASSIGNED, subject.circle().coaching(), "COACH-" + ++coaches);
    }

    Told next(RandomGenerator random) {
        if (asked) {
            return acceptance();
        }
        int chance = random.nextInt(10);
        if (chance == 0) {
            return referral();
        }
        if (chance == 1) {
            return assignment();
        }
        return employed ? end() : start();
    }

    private Told start() {
        employed = true;
        return told(EventType.EMPLOYMENT_STARTED, subject.circle().coaching(), "JOB-" + ++jobs);
    }

    private Told end() {
        employed = false;
        return told(EventType.EMPLOYMENT_ENDED, subject.circle().coaching(), "JOB-" + jobs);
    }

    private Told told(EventType type, String party, String key) {
        return new Told(type, party, key, (subject.number() + coaches) % Parties.COACHES);
    }
}
