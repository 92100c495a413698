package eu.estafette.domain.story;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the notation of the stories: an event per line, after {@code >} what follows from it. */
final class StoryParser {

    private final List<Story.Cast> cast = new ArrayList<>();
    private final List<String> known = new ArrayList<>();
    private final List<Story.Scene> scenes = new ArrayList<>();
    private String title = "";
    private String castLine = "";
    private String ruleset = "";
    private int year;

    static Story parse(String text) {
        StoryParser parser = new StoryParser();
        text.lines().filter(line -> !line.isBlank()).forEach(parser::read);
        return new Story(parser.title, parser.castLine, parser.ruleset, parser.cast, parser.known, parser.scenes);
    }

    private void read(String line) {
        if (line.startsWith("story ")) {
            title = line.substring("story ".length());
        } else if (line.startsWith("ruleset ")) {
            castLine = line.substring("ruleset ".length());
            readCast(words(line));
        } else if (line.startsWith(">")) {
            expect(line.substring(1));
        } else {
            readScene(line);
        }
    }

    private void readCast(List<String> words) {
        ruleset = words.get(1);
        for (String word : words.subList(2, words.size())) {
            String[] parts = word.split("=", 2);
            if (parts[0].equals("known")) {
                known.add(parts[1]);
            } else {
                Arrays.stream(parts[0].split("\\+")).forEach(role -> cast.add(member(role, parts[1])));
            }
        }
    }

    private static Story.Cast member(String role, String who) {
        String[] kind = who.split(":", 2);
        String[] person = kind[0].split("/", 2);
        return new Story.Cast(role, person[0], person.length > 1 ? person[1] : "", kind.length > 1 ? kind[1] : "");
    }

    private void readScene(String line) {
        boolean setUp = line.startsWith("~");
        List<String> words = words(setUp ? line.substring(1) : line);
        LocalDate date = date(words.getFirst(), year);
        year = date.getYear();
        scenes.add(new Story.Scene(line, setUp, date, words.subList(1, words.size()), new ArrayList<>()));
    }

    private void expect(String text) {
        Arrays.stream(text.split(";"))
                .map(String::strip)
                .filter(item -> !item.isEmpty() && !item.equals("none"))
                .forEach(scenes.getLast().expect()::add);
    }

    /** {@code 2026-03-02}, or {@code 03-02} in the year that the story is in. */
    static LocalDate date(String text, int year) {
        return LocalDate.parse(text.length() == "03-02".length() ? year + "-" + text : text);
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.strip().split("\\s+"));
    }
}
