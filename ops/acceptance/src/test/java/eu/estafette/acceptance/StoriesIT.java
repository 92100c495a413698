package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.story.Stories;
import eu.estafette.domain.story.Story;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The worked stories from outside: HTTP in, mailbox out, eight months on the time machine of one hub. */
class StoriesIT {

    private static final List<String> NAMES =
            List.of("S01", "S02", "S03", "S04", "S05", "S06", "S07", "S08", "S09", "S10");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> theStoriesGoAsTheyAreWritten() throws Exception {
        Map<String, Story> stories = new LinkedHashMap<>();
        NAMES.forEach(name -> stories.put(name, Story.named(name)));
        try (Receiver gemeente = Receiver.start()) {
            String webhook = "by: webhook, url: \"%s\", secret: \"%s\"".formatted(gemeente.url(), Parties.SECRET);
            var parties = new StoryParties(stories.values(), Map.of("gemeente-utrecht", webhook));
            try (Jvm hub = start(parties.write(folder.resolve("config")))) {
                var play = new StoryPlay(stories, new StoryHub(hub.address()), Map.of("gemeente-utrecht", gemeente));
                play.play();
                play.checkMailboxes(parties.ids());
                return play.scenes().entrySet().stream()
                        .map(story -> DynamicTest.dynamicTest(
                                story.getKey().title(), () -> story.getValue().forEach(StoriesIT::check)));
            }
        }
    }

    private static void check(StoryPlay.Played played) {
        assertThat(played.failure()).as(played.scene().line()).isEmpty();
        Story.Scene told = played.scene();
        Stories.check(
                new Story.Scene(told.line(), told.setUp(), told.date(), told.words(), StoryCase.visible(told.expect())),
                played.followed());
    }

    private Jvm start(Path config) throws Exception {
        return Jvm.hub(folder, "--config", config.toString(), "--time-machine", "2026-01-01T08:00:00Z");
    }
}
