package eu.estafette.local.demo;

import eu.estafette.domain.story.Story;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Three Flemish and three Dutch stories of the documentation, told together day by day: the hub's time only moves forward. Each must go as it
 * is written.
 */
final class DemoStories {

    private static final Map<String, Object> LOU = person("INSZ", "91610100176", "Lou", "Peeters");
    private static final Map<String, Object> NOA = person("INSZ", "91610100275", "Noa", "Claes");
    private static final Map<String, Object> KAI = person("INSZ", "91610100374", "Kai", "Maes");
    private static final Map<String, Object> SAM = person("BSN", "999990342", "Sam", "Jansen");
    private static final Map<String, Object> ROB = person("BSN", "999993653", "Rob", "Bakker");
    private static final Map<String, Object> IDA = person("BSN", "999990019", "Ida", "Visser");

    private final HubClient hub;
    private final Partners partners;
    private final Settlement settlement;
    private final Consumer<String> say;
    private final List<DemoCase> cases;
    private int rang;
    private LocalDate today = LocalDate.MIN;

    private record Turn(DemoCase of, Story.Scene scene) {}

    DemoStories(HubClient hub, Partners partners, Consumer<String> say) {
        this.hub = hub;
        this.partners = partners;
        this.settlement = new Settlement(hub, partners);
        this.say = say;
        cases = List.of(
                tell("S01", LOU),
                tell("S02", NOA),
                tell("S03", KAI),
                tell("S06", SAM),
                tell("S08", ROB),
                tell("S09", IDA));
    }

    private DemoCase tell(String name, Map<String, Object> person) {
        return new DemoCase(name, Story.named(name), person, hub, say);
    }

    /** The moment at which the hub's time must stand when the stories begin. */
    static String beginning() {
        return "2026-01-05T08:00:00Z";
    }

    /**
     * Plays all stories.
     *
     * @throws DemoFailedException if one does not go as it is written
     */
    void play() throws IOException, InterruptedException {
        List<Turn> turns = cases.stream()
                .flatMap(each -> each.story().scenes().stream().map(scene -> new Turn(each, scene)))
                .sorted(Comparator.comparing(turn -> turn.scene().date()))
                .toList();
        LocalDate day = turns.getFirst().scene().date();
        passTo(day);
        for (Turn turn : turns) {
            while (day.isBefore(turn.scene().date())) {
                act(day);
                day = day.plusDays(1);
                passTo(day);
            }
            if (turn.of().caseRef().isEmpty()) {
                turn.of().open();
                settle();
            }
            turn.of().happen(turn.scene());
            settle();
            turn.of().check(turn.scene());
        }
    }

    /** The day on which the stories stand. */
    LocalDate today() {
        return today;
    }

    private void act(LocalDate day) throws IOException, InterruptedException {
        for (DemoCase each : cases) {
            each.actInTime(day);
        }
    }

    private void passTo(LocalDate day) throws IOException, InterruptedException {
        today = day;
        int now = hub.moveTo(day + "T08:00:00Z");
        if (now > 0) {
            rang += now;
            say.accept(day + "  time has passed");
            settle();
        }
    }

    /** Waits until all that was sent has arrived, and has each case look at what is its own; gives the number of notices so far. */
    int settle() throws IOException, InterruptedException {
        List<String> caseRefs = cases.stream()
                .map(DemoCase::caseRef)
                .filter(ref -> !ref.isEmpty())
                .toList();
        int notices = settlement.await(caseRefs, rang);
        cases.forEach(each -> each.receive(partners.received()));
        return notices;
    }

    private static Map<String, Object> person(String scheme, String number, String givenName, String familyName) {
        return Map.of("scheme", scheme, "number", number, "givenName", givenName, "familyName", familyName);
    }
}
