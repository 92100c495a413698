package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Weighs a fact anew because what was told of it changed: who had word of it gets the new one if it shows anything else, who matches for
 * the first time is told, a step whose row no longer matches closes (domain section 2, Moves).
 */
final class Corrections {

    private final Catalogue catalogue;
    private final DueDates dueDates;
    private final Steps steps;
    private final Closing closing;
    private final Clocks clocks;
    private final FixedEffects fixed;
    private final Fold fold;

    Corrections(Catalogue catalogue, DueDates dueDates, Fold fold) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.closing = new Closing(catalogue);
        this.clocks = new Clocks(catalogue.clocks());
        this.fixed = new FixedEffects(catalogue, dueDates);
        this.fold = fold;
    }

    /**
     * Decides it.
     *
     * @param turn    the case with the content changed; its event is the correction of the line as a whole
     * @param lead    the line, with the effects it had
     * @param changes what the content showed before, and shows now
     */
    Decision decide(Turn turn, LineHistory lead, ViewChanges changes) {
        Workbench bench = Workbench.of(catalogue, steps, turn);
        EffectBook book = new EffectBook(steps, turn.draft());
        Openers openers = new Openers(turn.draft(), closing);
        List<Row> firing = turn.table().firing(turn.event().type(), new CaseFacts(turn));
        var weighing = new Weighing(turn, lead, firing, changes, bench);
        closeUnmatched(weighing);
        closeEarlier(weighing);
        act(weighing, openers);
        repeatFixed(bench);
        new Redirecting(dueDates, turn, bench.moves()).redirect();
        List<OpenStep> reopened = reopen(weighing, openers);
        inform(weighing);
        bench.outbox().flush();
        if (isTimely(weighing)) {
            clocks.follow(turn, firing);
        }
        note(weighing, book, reopened);
        fold.resting(turn.draft());
        return Decisions.of(turn, bench.outbox(), bench.outbox().steps(), EffectBook.ids(firing));
    }

    /** What the event does whatever the rows say, done anew. */
    private void repeatFixed(Workbench bench) {
        Turn turn = bench.turn();
        if (turn.event().type() == EventType.CONSENT_WITHDRAWN) {
            CaseDraft draft = turn.draft();
            draft.consent(draft.consents().withoutEnding(turn.object().key()));
        }
        fixed.of(turn.event().type()).apply(bench);
    }

    /** What started something that is over by now starts no clock. */
    private static boolean isTimely(Weighing weighing) {
        return weighing.object().open()
                || Application.isEnding(weighing.turn.event().type());
    }

    private record Weighing(Turn turn, LineHistory lead, List<Row> firing, ViewChanges changes, Workbench bench) {

        CaseObject object() {
            return turn.draft().object(turn.object()).orElseThrow();
        }

        boolean isMatched(OpenStep step) {
            if (step.object().family().equals(Family.APPOINTMENT.code())
                    && !step.object().equals(turn.object())) {
                // it is about an appointment in the time of this work
                return turn.draft()
                        .object(step.object())
                        .filter(appointment -> WorkingTime.meets(object().content(), appointment.content()))
                        .isPresent();
            }
            return step.rule()
                    .filter(rule -> firing.stream().anyMatch(row -> row.id().equals(rule)))
                    .isPresent();
        }

        /** Whether the step was opened by the fact that is corrected, and by nothing since. */
        boolean isOwn(OpenStep step) {
            return step.event() >= since() && object().isCausedBy(lead.line(), step.event());
        }

        long since() {
            return lead.told().orElseThrow().since();
        }

        boolean firedBefore(Row row) {
            return lead.effects().rows().contains(row.id());
        }

        void close(OpenStep step) {
            turn.draft().steps().remove(step);
            bench.outbox().changed(step, StepChange.Change.CLOSED);
        }
    }

    private static void closeUnmatched(Weighing weighing) {
        for (OpenStep step : List.copyOf(weighing.turn.draft().steps())) {
            if (weighing.isOwn(step) && !weighing.isMatched(step)) {
                weighing.close(step);
            }
        }
    }

    /** What the fact, told like this at first, would have closed; what came after it stays. */
    private void closeEarlier(Weighing weighing) {
        for (OpenStep step : List.copyOf(weighing.turn.draft().steps())) {
            if (step.event() < weighing.since() && closing.closes(weighing.turn, weighing.firing, step)) {
                weighing.close(step);
            }
        }
    }

    private void act(Weighing weighing, Openers openers) {
        Turn turn = weighing.turn;
        Offers offers = weighing.bench.offers();
        Acting acting = new Acting(dueDates, turn, offers);
        for (Row row : weighing.firing) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Act(String code) && weighing.firedBefore(row)) {
                    steps.find(turn.draft(), code, turn.object())
                            .filter(weighing::isOwn)
                            .ifPresent(step -> renew(weighing, row, step));
                } else if (effect instanceof Effect.Act(String code)) {
                    acting.step(row, code)
                            .filter(step ->
                                    openers.closer(step, weighing.since()).isEmpty())
                            .ifPresent(offers::opened);
                }
            }
        }
    }

    /** The step stays with its owner, who gets the new content with a new date. */
    private void renew(Weighing weighing, Row row, OpenStep step) {
        boolean shown = weighing.bench
                .offers()
                .viewOf(step)
                .filter(weighing.changes::touch)
                .isPresent();
        if (shown && !step.isUnowned()) {
            weighing.bench
                    .offers()
                    .opened(Steps.due(step, dueDates.of(row.within(), weighing.turn.content(), weighing.turn.today())));
        }
    }

    /** What was closed, but told like this at first would not have been. */
    private List<OpenStep> reopen(Weighing weighing, Openers openers) {
        List<OpenStep> open = weighing.lead.effects().closed().stream()
                .filter(step -> !closing.closes(weighing.turn, weighing.firing, step))
                .filter(step -> !isDisplaced(weighing, step))
                .toList();
        new Reopening(dueDates, steps, weighing.turn, weighing.bench, openers).reopen(open);
        return open;
    }

    /** Whether a row that still matches opened the same step anew. */
    private boolean isDisplaced(Weighing weighing, OpenStep step) {
        for (Row row : weighing.firing) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Act(String code)
                        && step.isSameAs(
                                code, weighing.turn.object(), catalogue.steps().isCaseWide(code))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void inform(Weighing weighing) {
        Turn turn = weighing.turn;
        Map<Recipient, SentNotice> told = told(weighing);
        Outbox outbox = weighing.bench.outbox();
        for (SentNotice notice : told.values()) {
            boolean stays = turn.draft().roles().stream()
                    .anyMatch(held ->
                            held.role() == notice.role() && held.holder().equals(notice.recipient()));
            catalogue
                    .views()
                    .named(notice.view())
                    .filter(view -> stays && turn.table().sight().mayRead(view, notice.role()))
                    .filter(weighing.changes::touch)
                    .ifPresent(view -> weighing.bench
                            .materials()
                            .ofEvent(view)
                            .ifPresent(material -> outbox.inform(
                                    new Holding(notice.role(), notice.recipient()), view, material, notice.rule())));
        }
        Informing informing = new Informing(catalogue, turn, outbox, weighing.bench.materials());
        informing.inform(weighing.firing, told::containsKey);
        informing.tellReplaced();
    }

    /** The last word that everybody had of it, and has still. */
    private static Map<Recipient, SentNotice> told(Weighing weighing) {
        Map<Recipient, SentNotice> told = new LinkedHashMap<>();
        for (LineHistory alike : weighing.object().lines()) {
            if (CaseObject.isAlike(alike, weighing.lead.line())) {
                List<SentNotice> sent = weighing.turn.draft().sent().getOrDefault(alike.line(), List.of());
                sent.stream().filter(TakenNotices::stands).forEach(notice -> told.put(notice.recipient(), notice));
            }
        }
        return told;
    }

    private void note(Weighing weighing, EffectBook book, List<OpenStep> reopened) {
        Effects known = weighing.lead.effects();
        List<OpenStep> closed = new ArrayList<>(known.closed());
        closed.removeAll(reopened);
        book.closed().stream().filter(step -> !weighing.isOwn(step)).forEach(closed::add);
        CaseObject object = weighing.object();
        LineHistory now = object.history(weighing.lead.line()).orElseThrow();
        Effects effects =
                book.withClocks(now.effects()).with(EffectBook.ids(weighing.firing), closed, rest(weighing, known));
        weighing.turn.draft().put(object.with(now.withEffects(effects)));
    }

    /** The phase that the fact sets; or has set, unless by what it tells now it would not have. */
    private Optional<Effects.Rest> rest(Weighing weighing, Effects known) {
        Optional<Effects.Rest> set = EffectBook.rest(weighing.firing, weighing.since());
        return set.isPresent()
                ? set
                : known.rest().filter(rest -> weighing.turn
                        .table()
                        .row(rest.row())
                        .filter(row -> Content.mayMatch(row, weighing.turn.content()))
                        .isPresent());
    }
}
