package eu.estafette.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.domain.story.Consequence;
import eu.estafette.domain.story.Story;
import eu.estafette.domain.story.StoryConduct;
import eu.estafette.domain.story.StoryEvents;
import eu.estafette.domain.story.StoryRoles;
import eu.estafette.domain.story.Venue;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

/**
 * One story on a hub that is only known by HTTP. Events are posted by the party that the story names; what followed is read from the mailboxes
 * of those it was for. The operators' trace says which notice is of which event, and what happened to steps.
 */
final class StoryCase implements Venue {

    private final Story story;
    private final StoryHub hub;
    private final StoryEvents events;
    private final StoryRoles roles;
    private final StoryMail mail;
    private final StoryTasks tasks = new StoryTasks();
    private final List<StoryHub.Posted> held = new ArrayList<>();
    private String caseRef = "";
    private int playedScenes;

    StoryCase(String name, Story story, StoryHub hub, Map<String, Object> subject) {
        this.story = story;
        this.hub = hub;
        this.events = new StoryEvents(name, story, subject);
        this.roles = new StoryRoles(story);
        this.mail = new StoryMail(hub, roles);
    }

    Story story() {
        return story;
    }

    void open() throws Exception {
        String opener = story.cast().getFirst().party();
        caseRef = hub.post(opener, "/api/events", events.opening())
                .state()
                .path("caseRef")
                .asText();
    }

    boolean isOpen() {
        return !caseRef.isEmpty();
    }

    CaseTrace trace() throws Exception {
        return hub.trace(caseRef);
    }

    @Override
    public List<Consequence> follow(Story.Scene scene) throws Exception {
        List<Consequence> followed = new ArrayList<>(happen(scene));
        followed.addAll(noLongerHeld());
        followed.addAll(recalled(scene));
        playedScenes = story.scenes().indexOf(scene) + 1;
        look();
        return followed;
    }

    private List<Consequence> happen(Story.Scene scene) throws Exception {
        roles.follow(scene);
        List<String> words = scene.words();
        return switch (words.get(1)) {
            case "answer" -> {
                String notice = openNotice(words.getFirst(), words.get(2));
                answer(words.getFirst(), notice, events.answer(scene));
                yield told(() -> trace().answerTo(notice));
            }
            case "clock", "overdue" ->
                told(() -> trace().ofHub().stream()
                        .filter(entry -> isOf(scene, entry))
                        .findFirst());
            default -> {
                Map<String, Object> event = events.of(scene);
                StoryHub.Posted posted = hub.post(words.getFirst(), "/api/events", event);
                List<Consequence> told =
                        told(() -> trace().event(event.get("id").toString()));
                posted.told().map(Consequence::state).ifPresent(told::add);
                if (posted.is("HELD")) {
                    held.add(posted);
                }
                yield told;
            }
        };
    }

    /** From now on nothing reaches this party. */
    void lanesDown(String party) {
        mail.lanesDown(party);
    }

    /** Sees what is new, and has its owners finish at once what rings that the story leaves out ask. */
    void look() throws Exception {
        if (!isOpen()) {
            return;
        }
        for (CaseTrace.Entry entry : trace().entries()) {
            boolean told = story.scenes().stream().anyMatch(scene -> isOf(scene, entry));
            tasks.add(entry, entry.type().equals("clock.rang") && !told);
        }
        actInTime(LocalDate.MIN);
    }

    /** At the end of a day, those who must act by then do. */
    void actInTime(LocalDate day) throws Exception {
        for (StoryTasks.Task task : tasks.dueBy(day)) {
            Optional<String> outcome = StoryConduct.answer(story, playedScenes, task.step())
                    .map(answer -> task.leftOut() ? "DONE" : answer);
            if (outcome.isPresent()
                    && mail.reaches(task.party())
                    && hub.mailbox(task.party(), caseRef, "open").containsKey(task.id())) {
                answer(task.party(), task.id(), Map.of("outcome", outcome.get()));
            }
        }
    }

    private void answer(String party, String notice, Map<String, Object> answer) throws Exception {
        hub.post(party, "/api/notices/" + notice + "/answer", answer);
    }

    private String openNotice(String party, String step) throws Exception {
        return await().atMost(StoryHub.PATIENCE)
                .until(
                        () -> hub.mailbox(party, caseRef, "open").values().stream()
                                .filter(notice -> notice.path("step")
                                        .path("code")
                                        .asText()
                                        .equals(step))
                                .map(notice -> notice.path("noticeId").asText())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Senders see that nothing of their event waits any longer, not whom it was for. */
    private List<Consequence> noLongerHeld() throws Exception {
        List<Consequence> ended = new ArrayList<>();
        for (StoryHub.Posted event : List.copyOf(held)) {
            if (!hub.again(event).is("HELD")) {
                held.remove(event);
                ended.add(Consequence.ofHeld(Consequence.Kind.EXPIRED, "", "", "", ""));
            }
        }
        return ended;
    }

    /** As many as the story tells of, if they come in time. */
    private List<Consequence> recalled(Story.Scene scene) {
        long expected = scene.expect().stream()
                .filter(line -> line.startsWith("recalled "))
                .count();
        List<Consequence> all = new ArrayList<>();
        Instant until = Instant.now().plus(StoryHub.PATIENCE);
        do {
            all.addAll(mail.recalled(caseRef));
        } while (all.size() < expected && Instant.now().isBefore(until));
        return all;
    }

    /** What of the lines can be seen from outside: of what waits for consent that it does, and when it no longer does. */
    static List<String> visible(List<String> expected) {
        return expected.stream()
                .filter(line -> !line.startsWith("held "))
                .map(line -> line.startsWith("expired ") ? "expired" : line)
                .toList();
    }

    /** Waits until the entry is there and its notices are where they go. */
    private List<Consequence> told(Callable<Optional<CaseTrace.Entry>> which) {
        CaseTrace.Entry entry = await().atMost(StoryHub.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(30))
                .until(
                        which,
                        found -> found.isPresent()
                                && found.get().notices().stream().allMatch(notice -> mail.hasArrived(notice, caseRef)))
                .orElseThrow();
        List<Consequence> told = new ArrayList<>();
        entry.notices().forEach(notice -> told.add(mail.told(notice)));
        entry.steps().forEach(change -> ofStep(change).ifPresent(told::add));
        return told;
    }

    private static Optional<Consequence> ofStep(JsonNode change) {
        String step = change.path("code").asText();
        return switch (change.path("change").asText()) {
            case "CLOSED" -> Optional.of(Consequence.ofStep(Consequence.Kind.CLOSED, step));
            case "REOPENED" -> Optional.of(Consequence.ofStep(Consequence.Kind.REOPENED, step));
            default -> Optional.empty();
        };
    }

    /** Whether a scene is about what the hub raised here: {@code hub clock NAME OBJECT} or {@code hub overdue STEP}, on that day. */
    private static boolean isOf(Story.Scene scene, CaseTrace.Entry entry) {
        List<String> words = scene.words();
        return switch (words.get(1)) {
            case "clock" ->
                entry.key().startsWith("clock|" + words.get(2) + "|")
                        && entry.key().endsWith("|" + words.get(3) + "|" + scene.date());
            case "overdue" -> entry.type().equals("step.overdue") && entry.key().startsWith(words.get(2) + "|");
            default -> false;
        };
    }

    /** Ids that are in only one of the two: what the hub says it told, and what the mailboxes hold. */
    Set<String> unaccounted(Set<String> parties) throws Exception {
        Set<String> told = new TreeSet<>();
        trace().notices().forEach(notice -> told.add(notice.path("noticeId").asText()));
        Set<String> read = new TreeSet<>();
        for (String party : parties) {
            read.addAll(hub.mailbox(party, caseRef, "all").keySet());
        }
        Set<String> either = new TreeSet<>(told);
        either.addAll(read);
        told.retainAll(read);
        either.removeAll(told);
        return either;
    }
}
