package eu.estafette.domain.fuzz;

import eu.estafette.domain.event.EventType;
import java.util.ArrayList;
import java.util.List;

/** How often each type of event comes, per 1,000 cases and month (domain section 11). */
final class Mix {

    private static final String PER_1000 = """
            appointment.changed 600 coaching.applied 80 employment.ended 45 clock.rang 230 coaching.decided 80 role.ended 40
            training.progressed 150 absence.resumed 75 employment.changed 35 step.overdue 140 coaching.reported 70
            placement.started 25 role.assigned 130 signal.raised 70 wage-value.announced 25 consent.given 90 coaching.started 65
            wage-value.determined 25 referral.requested 85 employment.started 60 placement.ended 22 absence.reported 85
            registration.changed 60 person.moved 15 referral.decided 80 coaching.ended 50 placement.changed 10
            notice.answered 3300 consent.withdrawn 8 person.renumbered 1
            """;

    static final Mix OF_LIFE = new Mix(3300);

    /** Answers and receipts are four fifths of what comes in life; with fewer of them more happens. */
    static final Mix FEW_ANSWERS = new Mix(300);

    private final List<EventType> drawn = new ArrayList<>();

    private Mix(int answers) {
        String[] words = PER_1000.strip().split("\\s+");
        for (int at = 0; at < words.length; at += 2) {
            EventType type = EventType.ofShortName(words[at]).orElseThrow();
            int weight = type == EventType.NOTICE_ANSWERED ? answers : Integer.parseInt(words[at + 1]);
            for (int i = 0; i < weight; i++) {
                drawn.add(type);
            }
        }
    }

    EventType draw(Chance chance) {
        return chance.of(drawn);
    }
}
