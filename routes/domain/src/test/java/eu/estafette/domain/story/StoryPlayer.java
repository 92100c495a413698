package eu.estafette.domain.story;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plays scenes on a case that exists with the roles named, in ORIENTATION, without steps. */
final class StoryPlayer {

    private static final String HUB = "hub";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final Decision.Function decider;
    private final StoryFields fields;
    private final Due due = new Due();
    private Optional<Case> now;
    private final Set<PartyId> down = new HashSet<>();
    private int events;

    StoryPlayer(Story story, Decision.Function decider, Catalogue catalogue) {
        this.decider = decider;
        this.fields = new StoryFields(catalogue);
        this.now = Optional.of(new Case(
                new CaseId("C0"),
                1,
                story.ruleset(),
                Instant.parse("2026-01-01T00:00:00Z"),
                Phase.ORIENTATION,
                Coaching.NONE,
                story.cast().stream().map(StoryPlayer::holder).toList(),
                List.of(),
                0,
                0,
                Map.of(),
                Map.of()));
    }

    private static RoleHolder holder(Story.Cast member) {
        return new RoleHolder(
                Role.valueOf(member.role()),
                new Recipient(new PartyId(member.party()), present(member.person())),
                present(member.coachKind()).map(CoachKind::valueOf),
                Optional.empty());
    }

    Optional<Case> now() {
        return now;
    }

    void goOn(Case from) {
        now = Optional.of(from);
    }

    void forgetCase() {
        now = Optional.empty();
    }

    Decision play(Story.Scene scene) {
        return decide(event(scene), scene.date());
    }

    /** A lane that is down lets nothing through from then on. */
    boolean closesLane(Story.Scene scene) {
        boolean closes = scene.words().getFirst().equals("lane");
        if (closes) {
            down.add(new PartyId(scene.words().get(1)));
        }
        return closes;
    }

    boolean isDown(PartyId party) {
        return down.contains(party);
    }

    /** Has everything delivered that waits on a lane that works. */
    void deliver(LocalDate date) {
        List<SentNotice> waiting = now.stream()
                .flatMap(file -> file.sent().values().stream())
                .flatMap(List::stream)
                .filter(notice ->
                        notice.isWaiting() && !isDown(notice.recipient().party()))
                .toList();
        for (SentNotice notice : waiting) {
            Fields data = Fields.of("noticeSequence", notice.sequence())
                    .with("level", "TRANSPORT")
                    .with("outcome", "ACCEPTED");
            String key = notice.sequence() + "|TRANSPORT|1";
            String party = notice.recipient().party().value();
            decide(new EventLine(date, party, EventType.NOTICE_ANSWERED, key, List.of()).event(events, data), date);
        }
    }

    Decision decide(CaseEvent event, LocalDate date) {
        Decision decision = decider.decide(now, event, date.atTime(8, 0).toInstant(ZoneOffset.UTC));
        now = decision.after();
        return decision;
    }

    Decision.Function decisions() {
        return decider;
    }

    CaseEvent event(Story.Scene scene) {
        List<String> words = scene.words();
        LocalDate date = scene.date();
        events++;
        return switch (words.get(1)) {
            case "answer" -> answer(words.getFirst(), words.get(2), words.subList(3, words.size()), date);
            case "clock" -> clock(words.get(2), words.get(3), date);
            case "overdue" -> overdue(words.get(2), date);
            default -> EventLine.of(date, words).event(events, fields);
        };
    }

    List<Decision> passTo(LocalDate date) {
        Instant until = date.atStartOfDay(ZONE).toInstant();
        List<Decision> decisions = new ArrayList<>();
        for (Optional<Instant> next = due(until); next.isPresent(); next = due(until)) {
            CaseEvent first = due.events(now.orElseThrow(), next.get()).getFirst();
            Decision decision = decider.decide(now, first, next.get());
            now = decision.after();
            decisions.add(decision);
        }
        return decisions;
    }

    private Optional<Instant> due(Instant until) {
        return now.flatMap(due::next).filter(next -> !next.isAfter(until));
    }

    /** Decides an answer on 3 March 2026; the same answer is the same message. */
    Decision play(Answer answer) {
        LocalDate date = LocalDate.of(2026, 3, 3);
        String key = answer.notice() + "|" + answer.level() + "|" + answer.outcome();
        Fields data = answer.more()
                .with("noticeSequence", answer.notice())
                .with("level", answer.level())
                .with("outcome", answer.outcome());
        events++;
        return decide(
                new EventLine(date, answer.party(), EventType.NOTICE_ANSWERED, key, List.of("@digest=same"))
                        .event(events, data),
                date);
    }

    private CaseEvent answer(String source, String code, List<String> answer, LocalDate date) {
        int notice = step(code).notice().orElseThrow();
        Fields data = fields.of(EventType.NOTICE_ANSWERED, answer.subList(1, answer.size()), date.getYear())
                .with("noticeSequence", notice)
                .with("level", "BUSINESS")
                .with("outcome", answer.getFirst());
        String key = notice + "|BUSINESS|" + events;
        return new EventLine(date, source, EventType.NOTICE_ANSWERED, key, List.of()).event(events, data);
    }

    private CaseEvent clock(String clock, String object, LocalDate date) {
        String family = now.orElseThrow().objects().keySet().stream()
                .filter(key -> key.key().equals(object))
                .findFirst()
                .orElseThrow()
                .family();
        Fields data = Fields.of("clock", clock)
                .with("date", date)
                .with("objectFamily", family)
                .with("objectKey", object);
        String key = String.join("|", "clock", clock, family, object, date.toString());
        return new EventLine(date, HUB, EventType.CLOCK_RANG, key, List.of()).event(events, data);
    }

    private CaseEvent overdue(String code, LocalDate date) {
        OpenStep step = step(code);
        Fields data = Fields.of("step", code)
                .with("since", step.due().orElseThrow())
                .with("objectFamily", step.object().family())
                .with("objectKey", step.object().key());
        return new EventLine(date, HUB, EventType.STEP_OVERDUE, code + "|" + date, List.of()).event(events, data);
    }

    private OpenStep step(String code) {
        return now.orElseThrow().steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
