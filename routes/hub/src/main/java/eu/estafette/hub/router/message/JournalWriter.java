package eu.estafette.hub.router.message;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.JournalStep;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decider.Joining;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.PartyId;
import eu.estafette.hub.router.message.DecisionWriter.Turn;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes down what was decided, once per event: its state, the rows that fired, who is told, what happened to which step. */
final class JournalWriter {

    private final Tokens tokens;
    private final Predicate<String> caseWide;

    /** @param caseWide whether a step of this code belongs to the case instead of an object */
    JournalWriter(Tokens tokens, Predicate<String> caseWide) {
        this.tokens = tokens;
        this.caseWide = caseWide;
    }

    /** @param entry begun with the event */
    JournalEntry decided(JournalEntry.Builder entry, Turn turn, Decision decision, List<Notice> notices) {
        entry.setRules(decision.rules())
                .setNotices(notices.stream().map(JournalWriter::notice).toList())
                .setSteps(decision.steps().stream()
                        .map(change -> step(turn, change))
                        .toList())
                .setRecalled(recalled(turn, decision));
        decision.after().ifPresent(file -> nameCase(entry, turn.subject(), file));
        return switch (decision.outcome()) {
            case Outcome.Routed routed ->
                entry.setState("ROUTED").setReason(routed.note().orElse(null)).build();
            case Outcome.Held held ->
                entry.setState("HELD")
                        .setReason(held.reason())
                        .setUntil(held.until())
                        .build();
            case Outcome.Withdrawn ignored -> entry.setState("WITHDRAWN").build();
            case Outcome.Duplicate ignored -> entry.setState("DUPLICATE").build();
            case Outcome.Refused refused ->
                entry.setState("REFUSED").setReason(refused.reason()).build();
        };
    }

    /** Of a case that is here from now on, under its new name, and which other case is part of it. */
    JournalEntry arrived(Turn turn, Joining.Joined joined, List<Notice> notices) {
        JournalEntry.Builder entry = JournalEntry.newBuilder()
                .setKind("MOVED")
                .setAt(turn.now())
                .setParty(PartyId.HUB.value())
                .setTookOver(joined.gone().map(gone -> gone.id().value()).orElse(null))
                .setNotices(notices.stream().map(JournalWriter::notice).toList())
                .setRecalled(recalled(turn, joined.decision()));
        nameCase(entry, turn.subject(), joined.file());
        return entry.build();
    }

    private List<String> recalled(Turn turn, Decision decision) {
        return decision.recalls().stream()
                .filter(recall -> !recall.tooLate())
                .map(recall ->
                        turn.noticeId(tokens, recall.sequence(), recall.party().value()))
                .toList();
    }

    /** With the name of the case, where there is one. */
    JournalEntry named(JournalEntry.Builder entry, SubjectKey subject, Optional<Case> file) {
        file.ifPresent(known -> nameCase(entry, subject, known));
        return entry.build();
    }

    /** Of an event that waited long enough for what it needs, in vain. */
    JournalEntry expired(JournalEntry.Builder entry, SubjectKey subject, Optional<Case> file, HeldEvent held) {
        file.ifPresent(known -> nameCase(entry, subject, known));
        return entry.setState("EXPIRED").setReason(held.reason()).build();
    }

    /**
     * Of an event that was held because a notice about it waited for consent, once none does.
     *
     * @param reason why some of it never went out
     */
    JournalEntry settled(JournalEntry.Builder entry, SubjectKey subject, Optional<Case> file, Optional<String> reason) {
        file.ifPresent(known -> nameCase(entry, subject, known));
        return entry.setState("ROUTED").setReason(reason.orElse(null)).build();
    }

    static JournalEntry invalid(JournalEntry.Builder entry, String code, String detail) {
        return entry.setState("INVALID").setReason(code).setDetail(detail).build();
    }

    private void nameCase(JournalEntry.Builder entry, SubjectKey subject, Case file) {
        entry.setCaseId(file.id().value()).setCaseRef(tokens.caseRef(subject, file.number()));
    }

    private static JournalNotice notice(Notice notice) {
        return JournalNotice.newBuilder()
                .setNoticeId(notice.getNoticeId())
                .setParty(notice.getParty())
                .setPerson(notice.getPerson())
                .setRole(notice.getForRole())
                .setPurpose(notice.getPurpose())
                .setView(notice.getView())
                .setStep(Optional.ofNullable(notice.getStep())
                        .map(step -> step.getCode())
                        .orElse(null))
                .setDue(Optional.ofNullable(notice.getStep())
                        .map(step -> step.getDue())
                        .orElse(null))
                .setRule(notice.getRule())
                .build();
    }

    private JournalStep step(Turn turn, StepChange change) {
        OpenStep step = change.step();
        String party = step.holder().party().value();
        return JournalStep.newBuilder()
                .setChange(change.change().name())
                .setCode(step.code())
                .setObjectFamily(step.object().family())
                .setObjectKey(step.object().key())
                .setCaseWide(caseWide.test(step.code()))
                .setOwner(step.owner().name())
                .setParty(party)
                .setPerson(step.holder().person().orElse(null))
                .setDue(step.due().orElse(null))
                .setOpenedOn(step.openedOn())
                .setNoticeId(step.notice()
                        .map(sequence -> turn.noticeId(tokens, sequence, party))
                        .orElse(null))
                .build();
    }
}
