package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Recipient;
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
    private final CorrectedSteps corrected;
    private final Clocks clocks;
    private final FixedEffects fixed;
    private final Fold fold;

    Corrections(Catalogue catalogue, DueDates dueDates, Fold fold) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.closing = new Closing(catalogue);
        this.corrected = new CorrectedSteps(catalogue, dueDates);
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
        CorrectedSteps.closeUnmatched(weighing);
        corrected.closeEarlier(weighing);
        corrected.act(weighing, openers);
        repeatFixed(bench);
        new Redirecting(dueDates, turn, bench.moves()).redirect();
        List<OpenStep> reopened = corrected.reopen(weighing, openers);
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
                || Application.isEnding(weighing.turn().event().type());
    }

    private void inform(Weighing weighing) {
        Turn turn = weighing.turn();
        Map<Recipient, SentNotice> told = told(weighing);
        Outbox outbox = weighing.bench().outbox();
        for (SentNotice notice : told.values()) {
            boolean stays = turn.draft().roles().stream()
                    .anyMatch(held ->
                            held.role() == notice.role() && held.holder().equals(notice.recipient()));
            catalogue
                    .views()
                    .named(notice.view())
                    .filter(view -> stays && turn.table().sight().mayRead(view, notice.role()))
                    .filter(weighing.changes()::touch)
                    .ifPresent(view -> weighing.bench()
                            .materials()
                            .ofEvent(view)
                            .ifPresent(material -> outbox.inform(
                                    new Holding(notice.role(), notice.recipient()), view, material, notice.rule())));
        }
        Informing informing =
                new Informing(catalogue, turn, outbox, weighing.bench().materials());
        informing.inform(weighing.firing(), told::containsKey);
        informing.tellReplaced();
    }

    /** The last word that everybody had of it, and has still. */
    private static Map<Recipient, SentNotice> told(Weighing weighing) {
        Map<Recipient, SentNotice> told = new LinkedHashMap<>();
        for (LineHistory alike : weighing.object().lines()) {
            if (CaseObject.isAlike(alike, weighing.lead().line())) {
                List<SentNotice> sent = weighing.turn().draft().sent().getOrDefault(alike.line(), List.of());
                sent.stream().filter(TakenNotices::stands).forEach(notice -> told.put(notice.recipient(), notice));
            }
        }
        return told;
    }

    private void note(Weighing weighing, EffectBook book, List<OpenStep> reopened) {
        Effects known = weighing.lead().effects();
        List<OpenStep> closed = new ArrayList<>(known.closed());
        closed.removeAll(reopened);
        book.closed().stream().filter(step -> !weighing.isOwn(step)).forEach(closed::add);
        CaseObject object = weighing.object();
        LineHistory now = object.history(weighing.lead().line()).orElseThrow();
        Effects effects =
                book.withClocks(now.effects()).with(EffectBook.ids(weighing.firing()), closed, rest(weighing, known));
        weighing.turn().draft().put(object.with(now.withEffects(effects)));
    }

    /** The phase that the fact sets; or has set, unless by what it tells now it would not have. */
    private Optional<Effects.Rest> rest(Weighing weighing, Effects known) {
        Optional<Effects.Rest> set = EffectBook.rest(weighing.firing(), weighing.since());
        return set.isPresent()
                ? set
                : known.rest().filter(rest -> weighing.turn()
                        .table()
                        .row(rest.row())
                        .filter(row -> Content.mayMatch(row, weighing.turn().content()))
                        .isPresent());
    }
}
