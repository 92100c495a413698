package eu.estafette.local.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.domain.story.Consequence;
import eu.estafette.domain.story.Story;
import eu.estafette.domain.story.StoryConduct;
import eu.estafette.domain.story.StoryEvents;
import eu.estafette.domain.story.StoryRoles;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One story of the demo: its partners post what happens in it, answer what is asked of them, and get what the story says. */
final class DemoCase {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final String name;
    private final Story story;
    private final String person;
    private final HubClient hub;
    private final Consumer<String> say;
    private final StoryEvents events;
    private final StoryRoles roles;
    private final Map<String, ReceivedNotice> received = new LinkedHashMap<>();
    private final List<ReceivedNotice> toDo = new ArrayList<>();
    private final List<Consequence> sinceScene = new ArrayList<>();
    private String caseRef = "";
    private int played;

    DemoCase(String name, Story story, Map<String, Object> person, HubClient hub, Consumer<String> say) {
        this.name = name;
        this.story = story;
        this.person = String.valueOf(person.get("givenName"));
        this.hub = hub;
        this.say = say;
        this.events = new StoryEvents(name, story, person);
        this.roles = new StoryRoles(story);
    }

    Story story() {
        return story;
    }

    /** Empty until the case is open. */
    String caseRef() {
        return caseRef;
    }

    void open() throws IOException, InterruptedException {
        say.accept("\n" + story.title() + ", told of " + person);
        String opener = story.cast().getFirst().party();
        caseRef =
                hub.decided(hub.post(opener, events.opening())).path("caseRef").asText();
    }

    /** What the story says happens; of what the hub does by itself nothing, that has happened as time passed. */
    void happen(Story.Scene scene) throws IOException, InterruptedException {
        List<String> words = scene.words();
        String party = words.getFirst();
        boolean isOfHub = party.equals("hub");
        if (!isOfHub) {
            sinceScene.clear();
            say.accept(scene.date() + "  " + name + " " + person + ": " + String.join(" ", words));
        }
        roles.follow(scene);
        if (words.get(1).equals("answer")) {
            hub.answer(ask(words.get(2)), events.answer(scene));
        } else if (!isOfHub) {
            hub.post(party, events.of(scene));
        }
        played++;
    }

    /** @param all that the partners received, whatever case it is of */
    void receive(List<ReceivedNotice> all) {
        for (ReceivedNotice notice : all) {
            if (notice.caseRef().equals(caseRef) && received.putIfAbsent(notice.id(), notice) == null) {
                sinceScene.add(roles.told(JSON.convertValue(notice.data(), TREE), false));
                if (notice.due().isPresent()) {
                    toDo.add(notice);
                }
            }
        }
    }

    /** @throws DemoFailedException if somebody did not get what the story says */
    void check(Story.Scene scene) {
        List<String> told = sinceScene.stream().map(Consequence::toString).toList();
        List<String> missing = scene.expect().stream()
                .filter(line -> line.matches("[A-Z_]+(\\(.*\\))?!? [a-z].*"))
                .filter(line -> !told.contains(line))
                .toList();
        if (!scene.setUp() && !missing.isEmpty()) {
            throw new DemoFailedException(
                    name + " did not go as it is written: " + scene.line() + "; missing " + missing + " in " + told);
        }
        if (played < story.scenes().size() && isOfHub(story.scenes().get(played))) {
            sinceScene.clear();
        }
    }

    private static boolean isOfHub(Story.Scene scene) {
        return scene.words().getFirst().equals("hub");
    }

    /** At the end of a day, those who must act by then have done so, unless the story says that they have not. */
    void actInTime(LocalDate day) throws IOException, InterruptedException {
        for (ReceivedNotice notice : List.copyOf(toDo)) {
            if (!LocalDate.parse(notice.due().orElseThrow()).isAfter(day)) {
                toDo.remove(notice);
                String step = notice.step().orElseThrow();
                if (StoryConduct.answer(story, played, step).isPresent() && hub.isOpen(notice)) {
                    say.accept(day + "  " + name + " " + person + ": " + notice.recipient() + " is done with " + step);
                    hub.answer(notice, Map.of("outcome", "DONE"));
                }
            }
        }
    }

    /** The last notice that asks for a step. */
    private ReceivedNotice ask(String step) {
        return received.values().stream()
                .filter(notice -> notice.step().equals(Optional.of(step)))
                .reduce((former, latter) -> latter)
                .orElseThrow(() -> new DemoFailedException("nobody was asked to " + step + " in " + name));
    }
}
