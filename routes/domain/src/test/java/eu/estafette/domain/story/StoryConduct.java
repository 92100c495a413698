package eu.estafette.domain.story;

import java.util.List;
import java.util.Optional;

/**
 * What those who must act do of their own accord, where time passes by itself. A story leaves that out, as it leaves out the rings and overdue
 * marks that change nothing in it; so they act in time, and nothing that the story does not tell follows.
 */
public final class StoryConduct {

    private StoryConduct() {}

    /**
     * What the owner of a step answers by the day on which it is due: takes it on if the story ends it later, finishes it if the story does not
     * speak of it again, and stays silent where the story says that it falls overdue.
     *
     * @param played how many scenes are over
     */
    public static Optional<String> answer(Story story, int played, String step) {
        List<Story.Scene> ahead = story.scenes().subList(played, story.scenes().size());
        if (ahead.stream().anyMatch(scene -> scene.words().subList(1, 3).equals(List.of("overdue", step)))) {
            return Optional.empty();
        }
        return Optional.of(ahead.stream().anyMatch(scene -> speaksOf(scene, step)) ? "ACCEPTED" : "DONE");
    }

    private static boolean speaksOf(Story.Scene scene, String step) {
        return scene.words().contains(step)
                || scene.expect().stream().anyMatch(line -> line.matches(".*\\b" + step + "\\b.*"));
    }
}
