package eu.estafette.domain.story;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Decider;
import eu.estafette.domain.decider.Due;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A case to try things on, with events written as in the stories. */
public final class Stage implements Venue {

    private static final Catalogue CATALOGUE = Catalogue.shipped();
    private static final Rulesets RULESETS = ShippedRulesets.load(CATALOGUE);

    private final StoryPlayer player;
    private final StoryParties parties;
    private final Joining joining;

    private Stage(Story story, UnaryOperator<Decision.Function> way) {
        this(story, way, RULESETS);
    }

    private Stage(Story story, UnaryOperator<Decision.Function> way, Rulesets rulesets) {
        this.parties = new StoryParties(story);
        Decider decider = new Decider(rulesets, parties, CATALOGUE);
        this.joining = new Joining(rulesets, parties, CATALOGUE);
        this.player = new StoryPlayer(story, way.apply(decider), new Due(parties), CATALOGUE);
    }

    /** @param cast {@code ruleset flanders COACH=buddies/ria known=slakwekerij} */
    public static Stage of(String cast) {
        return of(StoryParser.parse(cast), decisions -> decisions);
    }

    /** There is no case yet; the story's ruleset names registers in its head. */
    public static Stage withRegisters(String cast, String... registers) {
        Story story = StoryParser.parse(cast);
        List<RulesetSource> tables = ShippedRulesets.sources().stream()
                .map(table -> table.file().equals(story.ruleset() + ".csv")
                        ? new RulesetSource(
                                table.file(), "# registers: " + String.join(" ", registers) + "\n" + table.text())
                        : table)
                .toList();
        Stage stage = new Stage(story, decisions -> decisions, Rulesets.load(tables, CATALOGUE));
        stage.player.forgetCase();
        return stage;
    }

    /** The parties are there, but there is no case yet. */
    public static Stage withoutCase(String cast) {
        Stage stage = of(cast);
        stage.player.forgetCase();
        return stage;
    }

    public Joining joining() {
        return joining;
    }

    /** Plays events in turn; the decision on the last one. */
    public Decision play(String... lines) {
        Decision last = null;
        for (Story.Scene scene : StoryParser.parse(String.join("\n", lines)).scenes()) {
            last = player.play(scene);
        }
        if (last == null) {
            throw new IllegalArgumentException("nothing to play");
        }
        return last;
    }

    /** The party is taken out of the registry. */
    public void leaves(String party) {
        parties.leaves(new PartyId(party));
    }

    /** The party is in the registry again. */
    public void comesBack(String party) {
        parties.comesBack(new PartyId(party));
    }

    /** The registry lets nobody hold the role any more. */
    public void loses(Role role) {
        parties.loses(role);
    }

    /** Has all notices delivered that are on their way. */
    public void deliver() {
        player.deliver(LocalDate.of(2026, 3, 3));
    }

    public Decision answer(Answer answer) {
        return player.play(answer);
    }

    /** Lets time pass up to the beginning of a day: all that falls due is raised and decided when it does. */
    public List<Decision> passTo(String date) {
        return player.passTo(LocalDate.parse(date));
    }

    /** Plays an event with content that the notation has no words for. */
    public Decision play(String line, Fields data) {
        return player.decide(event(line, data), date(line));
    }

    /** The case goes on as this one. */
    public void goOn(Case from) {
        player.goOn(from);
    }

    /** Who takes part. */
    public PartyDirectory directory() {
        return parties;
    }

    /** An event as it is written, not decided yet. */
    public CaseEvent event(String line) {
        return player.event(scene(line));
    }

    private CaseEvent event(String line, Fields data) {
        return EventLine.of(date(line), scene(line).words()).event(line.hashCode(), data);
    }

    private static LocalDate date(String line) {
        return scene(line).date();
    }

    private static Story.Scene scene(String line) {
        return StoryParser.parse(line).scenes().getFirst();
    }

    public Decision.Function decisions() {
        return player.decisions();
    }

    /** Decides an event that was raised before. */
    public Decision decide(CaseEvent event, String date) {
        return player.decide(event, LocalDate.parse(date));
    }

    /** The dates at which a clock is set to ring, by object. */
    public Map<ObjectKey, LocalDate> clocks(String name) {
        return now().timers().running().stream()
                .filter(clock -> clock.name().equals(name))
                .collect(Collectors.toMap(Clock::object, Clock::date));
    }

    public Case now() {
        return player.now().orElseThrow();
    }

    public boolean hasCase() {
        return player.now().isPresent();
    }

    public OpenStep step(String code) {
        return now().steps().stream()
                .filter(step -> step.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open step " + code + " in " + now().steps()));
    }

    /** What follows, in the notation of the stories. */
    public static List<String> told(Decision decision) {
        return StoryNotation.of(decision, party -> false).stream()
                .map(Consequence::toString)
                .toList();
    }

    /** @param to role that the step is handed on to, else empty */
    public Decision answerAsOperator(OpenStep step, String outcome, String to) {
        return player.answerAsOperator(step, outcome, to);
    }

    /** Delivery tells what became of a notice asked back: {@code WITHDRAWN} before it arrived, or {@code TOO_LATE} for that. */
    public Decision receipt(int notice, String reason) {
        return answer(new Answer("hub", notice, "TRANSPORT", "DECLINED").with("reason", Code.own(reason)));
    }

    public static NoticeDraft notice(Decision decision, String view) {
        return decision.notices().stream()
                .filter(notice -> notice.view().equals(view))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no notice in view " + view));
    }

    /** What follows from a scene; then all is delivered that is on a lane that works. */
    @Override
    public List<Consequence> follow(Story.Scene scene) {
        if (player.closesLane(scene)) {
            return List.of();
        }
        List<Consequence> told = StoryNotation.of(player.play(scene), player::isDown);
        player.deliver(scene.date());
        return told;
    }

    static Stage of(Story story, UnaryOperator<Decision.Function> way) {
        return new Stage(story, way);
    }
}
