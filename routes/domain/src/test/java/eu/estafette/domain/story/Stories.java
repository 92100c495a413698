package eu.estafette.domain.story;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.decision.Decision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
        return NAMES.stream()
                .map(Stories::read)
                .map(story -> DynamicTest.dynamicTest(story.title(), () -> play(story, Stage.of(story, way))));
    }

    private static void play(Story story, Stage stage) {
        for (Story.Scene scene : story.scenes()) {
            List<String> told = stage.follow(scene);
            if (!scene.setUp()) {
                assertThat(told).as(scene.line()).containsExactlyInAnyOrderElementsOf(scene.expect());
            }
        }
    }

    private static Story read(String name) {
        try (@Nullable InputStream in = Stories.class.getResourceAsStream("/stories/" + name + ".story")) {
            if (in == null) {
                throw new IllegalArgumentException("no story " + name);
            }
            return StoryParser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
