package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Rulesets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the registers of a table whose case is live: from when a person has one that does not rest, and from when no longer (design section
 * 6, Registers). They hear who it is and when, nothing else, so it is remembered apart from what any line told.
 */
final class Subscriptions {

    private static final String VIEW = "register-subscription";
    private static final String CONTRACT = "document/subscription";
    private static final Line LINE = new Line(PartyId.HUB_SOURCE, EventType.CLOCK_RANG, "subscription");

    private final boolean any;
    private final RulesetChoice choice;
    private final PartyDirectory directory;

    Subscriptions(Rulesets rulesets, PartyDirectory directory) {
        this.any = rulesets.nameRegisters();
        this.choice = new RulesetChoice(rulesets, directory);
        this.directory = directory;
    }

    /** @param before the case before the event */
    Decision follow(Optional<Case> before, Decision decision, CaseEvent event, Instant now) {
        if (!any
                || decision.after().isEmpty()
                || isSame(before, decision.after().get(), event)) {
            return decision;
        }
        List<PartyId> then = before.map(file -> registers(file, now)).orElse(List.of());
        // by another number they know nobody yet: where the case arrives they are told anew
        boolean leaves = Renumbering.moves(before, decision.after()).isPresent();
        List<PartyId> since = leaves ? List.of() : registers(decision.after().get(), now);
        return changed(decision, then, since, event.id(), Days.of(now));
    }

    /**
     * A case is under another number from now on.
     *
     * @param here the case that was under this number before
     */
    Decision arrived(Optional<Case> here, Decision decision, Instant now) {
        Case file = decision.after().orElseThrow();
        List<PartyId> then = here.map(known -> registers(known, now)).orElse(List.of());
        return changed(decision, then, registers(file, now), file.id().value(), Days.of(now));
    }

    private static Decision changed(
            Decision decision, List<PartyId> then, List<PartyId> since, String cause, LocalDate today) {
        if (then.equals(since)) {
            return decision;
        }
        CaseDraft draft = new CaseDraft(decision.after().orElseThrow(), today);
        List<NoticeDraft> notices = new ArrayList<>(decision.notices());
        then.stream()
                .filter(party -> !since.contains(party))
                .forEach(party -> notices.add(notice(draft, party, stop(today), cause, today)));
        since.stream()
                .filter(party -> !then.contains(party))
                .forEach(party -> notices.add(notice(draft, party, start(today), cause, today)));
        return decision.telling(notices).with(decision.outcome(), Optional.of(draft.toCase()));
    }

    /** What can change nothing, which is most of what happens. */
    private static boolean isSame(Optional<Case> before, Case after, CaseEvent event) {
        return event.type() == EventType.NOTICE_ANSWERED
                || (event.type() != EventType.PERSON_RENUMBERED
                        && before.isPresent()
                        && (before.get().phase() == Phase.DORMANT) == (after.phase() == Phase.DORMANT)
                        && before.get().ruleset().equals(after.ruleset())
                        && before.get().roles().equals(after.roles()));
    }

    private List<PartyId> registers(Case file, Instant now) {
        if (file.phase() == Phase.DORMANT) {
            return List.of();
        }
        return choice.tableFor(new CaseDraft(file, Days.of(now)), now).registers().stream()
                .filter(directory::isRegister)
                .toList();
    }

    private static Fields start(LocalDate today) {
        return Fields.of("subscription", "START").with("from", today);
    }

    private static Fields stop(LocalDate today) {
        return Fields.of("subscription", "STOP").with("until", today);
    }

    private static NoticeDraft notice(CaseDraft draft, PartyId register, Fields data, String cause, LocalDate today) {
        int sequence = draft.nextNotice();
        Recipient recipient = Recipient.of(register);
        draft.remember(
                LINE,
                new SentNotice(
                        sequence, recipient, Role.REGISTER, false, VIEW, Optional.empty(), Optional.empty(), false));
        return new NoticeDraft(
                sequence,
                recipient,
                Role.REGISTER,
                Optional.empty(),
                new NoticeDraft.About(
                        cause, EventType.CLOCK_RANG, "HUB", today, Action.ORIGINAL, LINE.businessKey(), 1),
                VIEW,
                CONTRACT,
                data,
                List.of(),
                Optional.empty());
    }
}
