package eu.estafette.domain.story;

import eu.estafette.domain.event.Action;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who holds which role as a story goes on, and what a notice says to them, read as its receiver reads it. */
public final class StoryRoles {

    private final Story story;
    private final Map<String, String> holders = new HashMap<>();

    public StoryRoles(Story story) {
        this.story = story;
        story.cast().forEach(member -> holders.put(member.role(), who(member.party(), member.person())));
    }

    /** To be told of each scene before what followed from it is read. */
    public void follow(Story.Scene scene) {
        Map<String, String> fields = new HashMap<>();
        scene.words().stream()
                .map(word -> word.split("=", 2))
                .filter(word -> word.length == 2)
                .forEach(word -> fields.put(word[0], word[1]));
        if (scene.words().get(1).equals("role.assigned")) {
            holders.put(
                    fields.getOrDefault("role", ""),
                    who(fields.getOrDefault("party", ""), fields.getOrDefault("person", "")));
        }
    }

    /** @param notice a notice's JSON as a tree of maps */
    public Consequence told(Map<String, ?> notice, boolean waiting) {
        String role = text(notice, "forRole");
        String who = who(text(notice, "to", "party"), text(notice, "to", "person"));
        return Consequence.notice(
                isHolder(role, who) ? role : role + "(" + who.replaceFirst(".*/", "") + ")",
                who,
                text(notice, "view", "name"),
                text(notice, "step", "code"),
                Optional.of(text(notice, "step", "due"))
                        .filter(due -> !due.isEmpty())
                        .map(LocalDate::parse),
                Action.valueOf(text(notice, "event", "action")),
                waiting);
    }

    private boolean isHolder(String role, String who) {
        return role.equals("EMPLOYER") || role.equals("WORKPLACE")
                ? story.known().contains(who)
                : who.equals(holders.get(role));
    }

    private static String who(String party, String person) {
        return person.isEmpty() ? party : party + "/" + person;
    }

    private static String text(Map<String, ?> tree, String... path) {
        Object at = tree;
        for (String name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at == null ? "" : at.toString();
    }
}
