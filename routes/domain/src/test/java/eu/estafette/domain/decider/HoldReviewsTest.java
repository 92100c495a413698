package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.decider.Cascade.Decided;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an operator can do about what is held. */
class HoldReviewsTest {

    private static final Instant LATER = Instant.parse("2026-03-05T08:00:00Z");
    private static final String CAST = "ruleset flanders REFERRER=vdab COACH=buddies/ria known=winkel";
    private static final String ENDED = "2026-03-02 buddies employment.ended E1 actualEnd=02-27";
    private static final String STARTED = "2026-03-02 buddies employment.started E1 employer=winkel startDate=02-02";

    private final Stage stage = Stage.of(CAST);
    private final Cascade cascade = new Cascade(stage.decisions());

    @Test
    void whatStillLacksItsOriginalStaysHeldNoLongerThanItsSenderWasTold() {
        // Given
        HeldEvent held = holdsAnEnd();

        // When
        Cascade.Result result = review(cascade, "REPLAY", held.event());

        // Then
        assertThat(outcomes(result))
                .containsExactly(
                        new Outcome.Routed(Optional.of("STILL_HELD")), new Outcome.Held("NO_ORIGINAL", held.until()));
        assertThat(result.after()).containsSame(stage.now());
    }

    @Test
    void whatCanBeDecidedNowIsAndLetsGoWhatWaitedForIt() {
        // Given: what the hub knows of the world has changed, and not by an event
        HeldEvent held = holdsAnEnd();
        CaseEvent other = stage.event(STARTED);
        Cascade mended = new Cascade((before, event, now) -> event.equals(held.event())
                ? new Decision(
                        new Outcome.Routed(Optional.empty()),
                        before,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(other),
                        List.of(),
                        eu.estafette.domain.decision.ClockChanges.NONE)
                : Decisions.without(new Outcome.Routed(Optional.of("AFTER_IT")), before));

        // When
        Cascade.Result result = review(mended, "REPLAY", held.event());

        // Then
        assertThat(outcomes(result))
                .containsExactly(
                        new Outcome.Routed(Optional.empty()),
                        new Outcome.Routed(Optional.empty()),
                        new Outcome.Routed(Optional.of("AFTER_IT")));
        assertThat(result.after().orElseThrow().waiting().isEmpty()).isTrue();
    }

    @Test
    void whatTurnsOutNotToBeDecidableIsInvalidAndNoLongerHeld() {
        // Given
        HeldEvent held = holdsAnEnd();
        Cascade broken = new Cascade((before, event, now) -> {
            throw new UndecidableException("UNKNOWN_VIEW", "no view x");
        });

        // When
        Cascade.Result result = review(broken, "REPLAY", held.event());

        // Then
        assertThat(result.decided().getLast()).isInstanceOf(Decided.Badly.class);
        assertThat(result.after().orElseThrow().waiting().isEmpty()).isTrue();
    }

    @Test
    void whatIsGivenUpIsRefusedAndTheCaseForgetsIt() {
        // Given
        HeldEvent held = holdsAnEnd();

        // When
        Cascade.Result result = review(cascade, "DISCARD", held.event());

        // Then
        assertThat(outcomes(result))
                .containsExactly(new Outcome.Routed(Optional.empty()), new Outcome.Refused("DISCARDED"));
        Case after = result.after().orElseThrow();
        assertThat(after.waiting().events()).isEmpty();
        stage.goOn(after);
        assertThat(stage.play(STARTED).released()).isEmpty();
        assertThat(stage.passTo("2026-03-20"))
                .allSatisfy(decision -> assertThat(decision.expired()).isEmpty());
    }

    @Test
    void whatWaitsForACaseWaitsOnOrIsGivenUp() {
        // Given
        CaseEvent early = stage.event(ENDED);
        Anteroom waiting = cascade.decide(Optional.empty(), Anteroom.EMPTY, early, LATER.minusSeconds(60))
                .anteroom();
        Instant until = waiting.events().getFirst().until();

        // When
        Cascade.Result tried =
                cascade.decide(Optional.empty(), waiting, review("REPLAY", early), LATER.plusSeconds(86_400));
        Cascade.Result discarded = cascade.decide(Optional.empty(), waiting, review("DISCARD", early), LATER);

        // Then
        assertThat(outcomes(tried))
                .containsExactly(new Outcome.Routed(Optional.of("STILL_HELD")), new Outcome.Held("NO_CASE", until));
        assertThat(tried.anteroom()).isEqualTo(waiting);
        assertThat(outcomes(discarded))
                .containsExactly(new Outcome.Routed(Optional.empty()), new Outcome.Refused("DISCARDED"));
        assertThat(discarded.anteroom().events()).isEmpty();
        assertThat(discarded.after()).isEmpty();
    }

    @Test
    void whatWaitsForConsentIsNotForOperatorsToEnd() {
        // Given
        Stage consenting = Stage.of("ruleset netherlands-municipality REFERRER=utrecht COMMISSIONER=utrecht"
                + " COACH_ORGANISATION=noord COACH=noord/kim");
        Decision signal = consenting.play("2026-03-02 noord signal.raised G1 kind=CONFLICT sphere=WORK");
        assertThat(signal.outcome()).isInstanceOf(Outcome.Held.class);
        var cause = consenting.now().waiting().notices().getFirst().cause();

        for (String verdict : List.of("REPLAY", "DISCARD")) {
            // When
            Cascade.Result result = new Cascade(consenting.decisions())
                    .decide(
                            Optional.of(consenting.now()),
                            Anteroom.EMPTY,
                            review(verdict, cause.line().source(), cause.id()),
                            LATER);

            // Then
            assertThat(outcomes(result)).containsExactly(new Outcome.Refused("HELD_FOR_CONSENT"));
            assertThat(result.after()).containsSame(consenting.now());
        }
    }

    @Test
    void whatIsNotHeldAnyMoreIsLeftAlone() {
        // Given
        HeldEvent held = holdsAnEnd();
        stage.play(STARTED);

        // When, Then
        assertThat(outcomes(review(cascade, "DISCARD", held.event()))).containsExactly(new Outcome.Refused("NOT_HELD"));
        assertThat(outcomes(cascade.decide(Optional.empty(), Anteroom.EMPTY, review("REPLAY", held.event()), LATER)))
                .containsExactly(new Outcome.Refused("NOT_HELD"));
    }

    @Test
    void aReviewThatDoesNotSayWhatToDoIsInvalid() {
        HeldEvent held = holdsAnEnd();

        assertThatThrownBy(() -> review(cascade, "PERHAPS", held.event()))
                .isInstanceOf(UndecidableException.class)
                .hasMessageContaining("PERHAPS");
    }

    private HeldEvent holdsAnEnd() {
        stage.play(ENDED);
        return stage.now().waiting().events().getFirst();
    }

    private Cascade.Result review(Cascade decisions, String verdict, CaseEvent held) {
        return decisions.decide(Optional.of(stage.now()), Anteroom.EMPTY, review(verdict, held), LATER);
    }

    private static List<Outcome> outcomes(Cascade.Result result) {
        return result.decided().stream()
                .map(decided -> ((Decided.Well) decided).decision().outcome())
                .toList();
    }

    private static CaseEvent review(String verdict, CaseEvent held) {
        return review(verdict, held.source(), held.id());
    }

    private static CaseEvent review(String verdict, String source, String id) {
        return new CaseEvent(
                "review-1",
                "urn:estafette:hub:operator",
                EventType.HOLD_REVIEWED,
                LATER,
                new Recipient(PartyId.HUB, Optional.of("ann")),
                Optional.empty(),
                Action.ORIGINAL,
                "0-17|" + verdict + "|review-1",
                1,
                LocalDate.parse("2026-03-05"),
                false,
                "00",
                Optional.empty(),
                List.of(),
                Fields.of("eventId", id).with("eventSource", source).with("verdict", verdict));
    }
}
