package eu.estafette.domain.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A story as it was played, to be read: what happened, and who was told what by it. */
final class StoryTable {

    private static final List<String> COLUMNS = List.of("event", "who", "purpose", "view", "step", "due");

    private final Story story;
    private final List<List<String>> rows = new ArrayList<>();

    StoryTable(Story story) {
        this.story = story;
        rows.add(COLUMNS);
    }

    /** @param followed from a scene whose result is listed; of a set-up only the event is shown */
    void add(Story.Scene scene, List<Consequence> followed) {
        String event = scene.date() + " " + headline(scene.words());
        if (scene.setUp()) {
            rows.add(List.of(event, "", "set-up", "", "", ""));
        } else if (followed.isEmpty()) {
            rows.add(List.of(event, "", "none", "", "", ""));
        }
        for (Consequence consequence : scene.setUp() ? List.<Consequence>of() : followed) {
            rows.add(row(event, consequence));
            event = "";
        }
    }

    /** What happens without its fields, which are in the story: {@code magda employment.started D77 v2 CORRECTION}. */
    private static String headline(List<String> words) {
        return words.stream().filter(word -> !word.contains("=")).collect(Collectors.joining(" "));
    }

    private static List<String> row(String event, Consequence told) {
        String move =
                switch (told.move()) {
                    case ORIGINAL -> "";
                    case CORRECTION, WITHDRAWAL, REOPENING ->
                        " " + told.move().name().toLowerCase(Locale.ROOT);
                };
        String purpose = told.kind() == Consequence.Kind.STATE
                ? told.note()
                : told.kind().name() + move + (told.waiting() ? " waiting" : "");
        return List.of(
                event,
                (told.role() + " " + told.who()).strip(),
                purpose,
                told.view(),
                told.step(),
                told.due().map(Object::toString).orElse(""));
    }

    @Override
    public String toString() {
        int[] widths = new int[COLUMNS.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        String line = Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  "));
        List<String> lines =
                rows.stream().map(row -> aligned(row, widths)).collect(Collectors.toCollection(ArrayList::new));
        lines.add(1, line);
        return "\n" + story.title() + "\n" + story.castLine() + "\n\n" + String.join("\n", lines) + "\n";
    }

    private static String aligned(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            line.append(row.get(column))
                    .repeat(' ', widths[column] + 2 - row.get(column).length());
        }
        return line.toString().stripTrailing();
    }
}
