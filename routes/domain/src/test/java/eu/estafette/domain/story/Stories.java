package eu.estafette.domain.story;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.decision.Decision;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The worked stories, told in files and played to the letter: who acts, who knows, in which view, by when. */
public final class Stories {

    private static final List<String> NAMES = List.of(
            "S01",
            "S02",
            "S03",
            "S04",
            "S05",
            "S06",
            "S07",
            "S08",
            "S09",
            "S10",
            "referral-netherlands",
            "referral-flanders",
            "referral-declined",
            "without-owner",
            "role-changes",
            "answers",
            "renumbered");

    private Stories() {}

    /** @param way how events get to the decisions and these into effect */
    public static Stream<DynamicTest> played(UnaryOperator<Decision.Function> way) {
        return played(way, table -> {});
    }

    /** @param show takes each story as it went, a table, also if it went wrong */
    static Stream<DynamicTest> played(UnaryOperator<Decision.Function> way, Consumer<String> show) {
        return NAMES.stream()
                .map(Story::named)
                .map(story -> DynamicTest.dynamicTest(story.title(), () -> play(story, Stage.of(story, way), show)));
    }

    private static void play(Story story, Venue venue, Consumer<String> show) throws Exception {
        StoryTable table = new StoryTable(story);
        try {
            for (Story.Scene scene : story.scenes()) {
                List<Consequence> followed = venue.follow(scene);
                table.add(scene, followed);
                check(scene, followed);
            }
        } finally {
            show.accept(table.toString());
        }
    }

    /** That what followed is what the story tells, and nothing else. */
    public static void check(Story.Scene scene, List<Consequence> followed) {
        if (!scene.setUp()) {
            assertThat(followed.stream().map(Consequence::toString))
                    .as(scene.line())
                    .containsExactlyInAnyOrderElementsOf(scene.expect());
        }
    }
}
