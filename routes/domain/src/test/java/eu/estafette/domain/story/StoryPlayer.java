package eu.estafette.domain.story;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.CoachKind;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.Role;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plays scenes on a case that exists with the roles named, in ORIENTATION, without steps. */
final class StoryPlayer {

    private static final String HUB = "hub";

    private final Decision.Function decider;
    private final StoryFields fields;
    private Case now;
    private int events;

    StoryPlayer(Story story, Decision.Function decider, Catalogue catalogue) {
        this.decider = decider;
        this.fields = new StoryFields(catalogue);
        this.now = new Case(
                new CaseId("C0"),
                1,
                story.ruleset(),
                Instant.EPOCH,
                Phase.ORIENTATION,
                Coaching.NONE,
                story.cast().stream().map(StoryPlayer::holder).toList(),
                List.of(),
                0,
                0,
                Map.of(),
                Map.of());
    }

    private static RoleHolder holder(Story.Cast member) {
        return new RoleHolder(
                Role.valueOf(member.role()),
                new Recipient(new PartyId(member.party()), present(member.person())),
                present(member.coachKind()).map(CoachKind::valueOf),
                Optional.empty());
    }

    Case now() {
        return now;
    }

    Decision play(Story.Scene scene) {
        CaseEvent event = event(scene);
        Decision decision = decider.decide(
                Optional.of(now), event, scene.date().atTime(8, 0).toInstant(ZoneOffset.UTC));
        now = decision.after().orElseThrow();
        return decision;
    }

    private CaseEvent event(Story.Scene scene) {
        List<String> words = scene.words();
        String source = words.get(0);
        LocalDate date = scene.date();
        return switch (words.get(1)) {
            case "answer" -> answer(source, words.get(2), words.subList(3, words.size()), date);
            case "clock" -> clock(words.get(2), words.get(3), date);
            case "overdue" -> overdue(words.get(2), date);
            default -> told(source, words, date);
        };
    }

    private CaseEvent told(String source, List<String> words, LocalDate date) {
        EventType type = EventType.ofShortName(words.get(1)).orElseThrow();
        List<String> rest = words.subList(3, words.size());
        int version = rest.stream()
                .filter(word -> word.matches("v\\d+"))
                .map(word -> Integer.valueOf(word.substring(1)))
                .findFirst()
                .orElse(1);
        Action action = rest.stream()
                .filter(word -> word.matches("[A-Z]+"))
                .map(Action::valueOf)
                .findFirst()
                .orElse(Action.ORIGINAL);
        Fields data =
                fields.of(type, rest.stream().filter(word -> word.contains("=")).toList(), date.getYear());
        return event(source, type, words.get(2), version, action, date, data);
    }

    private CaseEvent answer(String source, String code, List<String> answer, LocalDate date) {
        OpenStep step = step(code);
        Fields data = fields.of(EventType.NOTICE_ANSWERED, answer.subList(1, answer.size()), date.getYear())
                .with("noticeSequence", step.notice().orElseThrow())
                .with("level", "BUSINESS")
                .with("outcome", answer.getFirst());
        String key = step.notice().orElseThrow() + "|BUSINESS|" + events;
        return event(source, EventType.NOTICE_ANSWERED, key, 1, Action.ORIGINAL, date, data);
    }

    private CaseEvent clock(String clock, String object, LocalDate date) {
        String family = now.objects().keySet().stream()
                .filter(key -> key.key().equals(object))
                .findFirst()
                .orElseThrow()
                .family();
        Fields data = Fields.of("clock", clock)
                .with("date", date)
                .with("objectFamily", family)
                .with("objectKey", object);
        return event(HUB, EventType.CLOCK_RANG, clock + "|" + object, 1, Action.ORIGINAL, date, data);
    }

    private CaseEvent overdue(String code, LocalDate date) {
        OpenStep step = step(code);
        Fields data = Fields.of("step", code)
                .with("since", step.due().orElseThrow())
                .with("objectFamily", step.object().family())
                .with("objectKey", step.object().key());
        return event(HUB, EventType.STEP_OVERDUE, code + "|" + date, 1, Action.ORIGINAL, date, data);
    }

    private OpenStep step(String code) {
        return now.steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private CaseEvent event(
            String source, EventType type, String key, int version, Action action, LocalDate date, Fields data) {
        events++;
        return new CaseEvent(
                "event-" + events,
                "urn:estafette:party:" + source,
                type,
                date.atTime(8, 0).toInstant(ZoneOffset.UTC),
                Recipient.of(new PartyId(source)),
                Optional.empty(),
                action,
                key,
                version,
                date,
                false,
                "digest-" + events,
                Optional.empty(),
                List.of(),
                data);
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
