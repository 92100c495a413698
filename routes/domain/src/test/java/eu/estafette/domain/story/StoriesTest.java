package eu.estafette.domain.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The worked stories, told in files and played to the letter: who acts, who knows, in which view, by when. */
class StoriesTest {

    @TestFactory
    Stream<DynamicTest> theStoriesGoAsTheyAreWritten() {
        return Stream.of(
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
                        "answers")
                .map(StoriesTest::read)
                .map(story -> DynamicTest.dynamicTest(story.title(), () -> play(story)));
    }

    private static void play(Story story) {
        Stage stage = Stage.of(story);
        for (Story.Scene scene : story.scenes()) {
            List<String> told = stage.follow(scene);
            if (!scene.setUp()) {
                assertThat(told).as(scene.line()).containsExactlyInAnyOrderElementsOf(scene.expect());
            }
        }
    }

    private static Story read(String name) {
        try (@Nullable InputStream in = StoriesTest.class.getResourceAsStream("/stories/" + name + ".story")) {
            if (in == null) {
                throw new IllegalArgumentException("no story " + name);
            }
            return StoryParser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
