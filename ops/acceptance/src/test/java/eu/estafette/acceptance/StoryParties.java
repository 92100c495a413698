package eu.estafette.acceptance;

import eu.estafette.domain.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The parties that a set of stories needs, as configuration of a hub: each may hold what the stories give it, and has a mailbox. */
final class StoryParties {

    private static final Set<String> REGISTERS = Set.of("magda", "suwinet", "dimona");

    /** Party → person or desk, empty for the party itself → roles. */
    private final SortedMap<String, SortedMap<String, SortedSet<String>>> roles = new TreeMap<>();

    private final Map<String, String> deliver;

    /** @param deliver by party, how it is reached where that is not its mailbox */
    StoryParties(Collection<Story> stories, Map<String, String> deliver) {
        this.deliver = Map.copyOf(deliver);
        for (Story story : stories) {
            story.cast().forEach(member -> allow(member.party(), member.person(), member.role()));
            for (String employer : story.known()) {
                allow(employer, "", "EMPLOYER");
                allow(employer, "", "WORKPLACE");
            }
            story.scenes().forEach(this::allow);
        }
    }

    /** Ids of all parties, registers included. */
    Set<String> ids() {
        return roles.keySet();
    }

    /** Writes {@code parties/} and gives the folder for {@code --config}. */
    Path write(Path folder) throws IOException {
        Path parties = Files.createDirectories(folder.resolve("parties"));
        for (String party : ids()) {
            Files.writeString(parties.resolve(party + ".yaml"), yaml(party));
        }
        return folder;
    }

    private void allow(Story.Scene scene) {
        String source = scene.words().getFirst();
        if (REGISTERS.contains(source)) {
            allow(source, "", "REGISTER");
        }
        if (scene.words().get(1).equals("role.assigned")) {
            Map<String, String> fields = scene.words().stream()
                    .filter(word -> word.contains("="))
                    .map(word -> word.split("=", 2))
                    .collect(Collectors.toMap(word -> word[0], word -> word[1]));
            allow(fields.get("party"), fields.getOrDefault("person", ""), fields.get("role"));
        }
    }

    private void allow(String party, String member, String role) {
        roles.computeIfAbsent(party, ignored -> new TreeMap<>())
                .computeIfAbsent(member, ignored -> new TreeSet<>())
                .add(role);
    }

    private String yaml(String party) {
        SortedMap<String, SortedSet<String>> members = new TreeMap<>(roles.get(party));
        // a party whose desks hold its roles speaks for them itself
        SortedSet<String> own = members.getOrDefault("", members.get(members.firstKey()));
        members.remove("");
        String people = members.entrySet().stream()
                .map(member -> "  - {id: %s, roles: %s}\n".formatted(member.getKey(), member.getValue()))
                .collect(Collectors.joining());
        return """
                id: %s
                region: FLANDERS
                language: nl
                roles: %s
                deliver: {%s}
                outage: P30D
                """.formatted(party, own, deliver.getOrDefault(party, "by: mailbox"))
                + (people.isEmpty() ? "" : "persons:\n" + people);
    }
}
