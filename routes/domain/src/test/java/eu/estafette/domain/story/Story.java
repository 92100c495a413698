package eu.estafette.domain.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as written: who is on the case, and scene by scene what happens and what must follow.
 *
 * @param castLine ruleset and cast in one line
 * @param known    employers that are parties of the hub
 */
public record Story(
        String title, String castLine, String ruleset, List<Cast> cast, List<String> known, List<Scene> scenes) {

    public Story {
        cast = List.copyOf(cast);
        known = List.copyOf(known);
        scenes = List.copyOf(scenes);
    }

    /** Somebody on the case: {@code COACH=buddies/ria:VOLUNTEER}; person and kind empty if there is none. */
    public record Cast(String role, String party, String person, String coachKind) {}

    /**
     * One thing that happens.
     *
     * @param setUp  it only prepares what follows; its result is not listed
     * @param words  from the source on
     * @param expect all that must follow, in the notation of the stories
     */
    public record Scene(String line, boolean setUp, LocalDate date, List<String> words, List<String> expect) {}

    /** Reads {@code stories/NAME.story}. */
    public static Story named(String name) {
        try (@Nullable InputStream in = Story.class.getResourceAsStream("/stories/" + name + ".story")) {
            if (in == null) {
                throw new IllegalArgumentException("no story " + name);
            }
            return StoryParser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
