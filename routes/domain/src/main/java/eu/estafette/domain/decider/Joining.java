package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseId;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.table.Rulesets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes in a case that comes from another number of its person. It goes on as it is; where there is a case already, the two become one, and
 * what either held that the other makes applicable is let go. Tells the registers, which know nobody by this number yet; who holds it heard of
 * the renumbering itself.
 */
public final class Joining {

    private final Merging merging;
    private final Keeping keeping;
    private final Subscriptions subscriptions;

    public Joining(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue) {
        this.subscriptions = new Subscriptions(rulesets, directory);
        this.merging = new Merging(catalogue);
        this.keeping = new Keeping(new ObjectFinder(directory), new Speakers(catalogue, directory));
    }

    /**
     * One case, and what it was.
     *
     * @param decision the case, whom it tells, what is asked back, and which held events are to be decided next
     * @param gone     the case that is part of the other now, and where the sequences of its notices begin in that; absent if there was one
     */
    public record Joined(Decision decision, Optional<Gone> gone) {

        public Case file() {
            return decision.after().orElseThrow();
        }
    }

    /** @param noticesFrom what to add to the sequence of a notice of that case, for its answers to find it */
    public record Gone(CaseId id, int noticesFrom) {}

    public Joined join(Optional<Case> here, Case moved, Instant now) {
        if (here.isEmpty()) {
            Decision alone = Decisions.without(new Outcome.Routed(Optional.empty()), Optional.of(moved));
            return new Joined(subscriptions.arrived(here, alone, now), Optional.empty());
        }
        Merging.Merged merged = merging.merge(here.get(), moved);
        CaseDraft draft = new CaseDraft(merged.kept(), Days.of(now));
        List<Recall> recalls = recall(draft, merged.dropped());
        Decision decision = new Decision(
                        new Outcome.Routed(Optional.empty()),
                        Optional.of(draft.toCase()),
                        List.of(),
                        List.of(),
                        List.of())
                .recalling(recalls);
        Decision told = subscriptions.arrived(here, keeping.release(decision, now), now);
        return new Joined(told, Optional.of(new Gone(merged.gone(), merged.noticesFrom())));
    }

    /** A step stands once, so it is asked of one only. */
    private static List<Recall> recall(CaseDraft draft, List<OpenStep> dropped) {
        List<Recall> recalls = new ArrayList<>();
        dropped.forEach(step -> step.notice().ifPresent(notice -> SentNotices.find(draft.sent(), notice)
                .filter(found -> found.notice().isWaiting())
                .ifPresent(found -> {
                    SentNotices.replace(draft, found, found.notice().asRecalled(RecallReason.MOVED));
                    recalls.add(new Recall(notice, found.notice().recipient().party()));
                })));
        return recalls;
    }
}
