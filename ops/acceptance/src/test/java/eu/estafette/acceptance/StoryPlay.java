package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.domain.story.Consequence;
import eu.estafette.domain.story.Story;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several stories on one hub, each about another person; told together day by day, because the time machine only moves forward. */
final class StoryPlay {

    private final StoryHub hub;
    private final Map<String, Receiver> receivers;
    private final List<StoryCase> cases = new ArrayList<>();
    private final Map<Story, List<Played>> played = new LinkedHashMap<>();
    private int rang;

    /** A scene with what followed from it, or what kept it from being played. */
    record Played(Story.Scene scene, List<Consequence> followed, Optional<Throwable> failure) {}

    private record Turn(StoryCase of, Story.Scene scene) {}

    /** @param receivers by party, those whose lanes a story takes down */
    StoryPlay(Map<String, Story> stories, StoryHub hub, Map<String, Receiver> receivers) {
        this.hub = hub;
        this.receivers = Map.copyOf(receivers);
        stories.forEach((name, story) -> {
            cases.add(new StoryCase(name, story, hub, Person.of(cases.size(), story.ruleset())));
            played.put(story, new ArrayList<>());
        });
    }

    Map<Story, List<Played>> scenes() {
        return played;
    }

    void play() throws Exception {
        List<Turn> turns = cases.stream()
                .flatMap(each -> each.story().scenes().stream().map(scene -> new Turn(each, scene)))
                .sorted(Comparator.comparing(turn -> turn.scene().date()))
                .toList();
        LocalDate day = turns.getFirst().scene().date();
        passTo(day);
        for (Turn turn : turns) {
            while (day.isBefore(turn.scene().date())) {
                for (StoryCase each : cases) {
                    each.actInTime(day);
                }
                day = day.plusDays(1);
                passTo(day);
            }
            play(turn);
        }
    }

    /** Every notice that the hub tells of is in the mailbox it went to, and no other. */
    void checkMailboxes(Set<String> parties) {
        for (StoryCase each : cases) {
            await().atMost(StoryHub.PATIENCE).untilAsserted(() -> assertThat(each.unaccounted(parties))
                    .as(each.story().title())
                    .isEmpty());
        }
    }

    private void play(Turn turn) throws Exception {
        Story.Scene scene = turn.scene();
        List<Played> sofar = played.get(turn.of().story());
        if (!turn.of().isOpen()) {
            turn.of().open();
        }
        if (scene.words().getFirst().equals("lane")) {
            String party = scene.words().get(1);
            receivers.get(party).answerWith(503);
            turn.of().lanesDown(party);
            return;
        }
        try {
            sofar.add(new Played(scene, turn.of().follow(scene), Optional.empty()));
        } catch (Exception | AssertionError failure) {
            sofar.add(new Played(scene, List.of(), Optional.of(failure)));
        }
    }

    private void passTo(LocalDate day) throws Exception {
        int now = hub.moveTo(day + "T08:00:00Z");
        if (now > 0) {
            rang += now;
            await().atMost(StoryHub.PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(30))
                    .until(() -> raised() >= rang);
            for (StoryCase each : cases) {
                each.look();
            }
        }
    }

    /** All that fell due and that the operators can see. */
    private int raised() throws Exception {
        int raised = 0;
        for (StoryCase each : cases) {
            raised += each.isOpen() ? each.trace().ofHub().size() : 0;
        }
        return raised;
    }
}
