package eu.estafette.hub.delivery.outcome;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.hub.delivery.lane.BroughtBack;
import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Discarded;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.Parks;
import eu.estafette.hub.delivery.outcome.Verdict.TriesAgain;
import eu.estafette.hub.delivery.outcome.Verdict.Waits;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import eu.estafette.hub.delivery.parking.Cause;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the journal keeps of a notice whose turn came: DELIVERED, DEAD, WITHDRAWN, PARKED, DISCARDED, or ATTEMPTED where it goes again. */
final class DeliveryJournal {

    static {
        GeneratedClasses.trust();
    }

    private static final String UNKNOWN = "UNKNOWN";

    private DeliveryJournal() {}

    /** One, or two where a notice that was set aside has come back and that is not told yet. */
    static List<JournalEntry> entries(Ended ended, Notice notice, Verdict verdict) {
        JournalEntry entry = entry(ended, notice, verdict);
        boolean comesBack = ended.call().isOfPartner()
                && ended.call().record() instanceof BroughtBack back
                && !ended.call().partition().returns().isTold(back);
        return comesBack ? List.of(about(ended, notice).setKind("REPLAYED").build(), entry) : List.of(entry);
    }

    private static JournalEntry entry(Ended ended, Notice notice, Verdict verdict) {
        JournalEntry.Builder entry = about(ended, notice);
        return switch (verdict) {
            case Done done ->
                entry.setKind("DELIVERED")
                        .setStatus(orNull(done.status()))
                        .setReason(done.recalled() ? TransportReceipt.TOO_LATE : null)
                        .build();
            case Withdrawn ignored -> entry.setKind("WITHDRAWN").build();
            case Parks ignored ->
                entry.setKind("PARKED")
                        .setReason("BEHIND_DEAD")
                        .setDetail(ParkRecords.behind(ended)
                                .map(dead -> "waits behind notice " + dead)
                                .orElse(null))
                        .build();
            case Discarded ignored -> discarded(entry, ended);
            case Waits waits -> failed(entry, "ATTEMPTED", null, waits.failure());
            case TriesAgain again -> failed(entry, "ATTEMPTED", again.attempt(), again.failure());
            case Dies dies -> failed(entry, "DEAD", dies.attempt(), dies.failure());
        };
    }

    /** Of what lay on a party's lane and could not be read: its place stands for its id, and only the lane's key tells of a case. */
    static JournalEntry unreadable(Ended ended, String party, Verdict verdict) {
        String caseId = ended.call().record().caseId();
        JournalEntry.Builder entry = JournalEntry.newBuilder()
                .setAt(ended.at())
                .setParty(party)
                .setCaseId(caseId.isEmpty() ? null : caseId)
                .setNotices(List.of(JournalNotice.newBuilder()
                        .setNoticeId(ended.noticeId())
                        .setParty(party)
                        .setRole(UNKNOWN)
                        .setPurpose(UNKNOWN)
                        .setView(UNKNOWN)
                        .build()))
                .setCommand(commandOf(ended));
        return verdict instanceof Dies dies
                ? failed(entry, "DEAD", dies.attempt(), dies.failure())
                : discarded(entry, ended);
    }

    private static JournalEntry.Builder about(Ended ended, Notice notice) {
        return JournalEntry.newBuilder()
                .setAt(ended.at())
                .setParty(notice.getParty())
                .setCaseId(notice.getCaseId())
                .setCaseRef(notice.getCaseRef())
                .setNotices(List.of(told(notice)))
                .setCommand(commandOf(ended));
    }

    private static JournalEntry discarded(JournalEntry.Builder entry, Ended ended) {
        Cause cause = ended.call().record() instanceof BroughtBack back ? back.cause() : Cause.NONE;
        return entry.setKind("DISCARDED")
                .setReason(cause.edited() ? "EDITED" : null)
                .setDetail(cause.words().orElse(null))
                .setPerson(cause.operator().orElse(null))
                .build();
    }

    private static @Nullable String commandOf(Ended ended) {
        return ended.call().record() instanceof BroughtBack back
                ? back.cause().command().orElse(null)
                : null;
    }

    /** @param attempt absent where none was charged */
    private static JournalEntry failed(
            JournalEntry.Builder entry, String kind, @Nullable Integer attempt, Failure failure) {
        return entry.setKind(kind)
                .setReason(failure.code())
                .setDetail(failure.detail())
                .setStatus(orNull(failure.status()))
                .setAttempt(attempt)
                .build();
    }

    private static JournalNotice told(Notice notice) {
        NoticeStep step = notice.getStep();
        return JournalNotice.newBuilder()
                .setNoticeId(notice.getNoticeId())
                .setParty(notice.getParty())
                .setPerson(notice.getPerson())
                .setRole(notice.getForRole())
                .setPurpose(notice.getPurpose())
                .setView(notice.getView())
                .setStep(step == null ? null : step.getCode())
                .setDue(step == null ? null : step.getDue())
                .setRule(notice.getRule())
                .build();
    }

    private static @Nullable Integer orNull(OptionalInt status) {
        return status.isPresent() ? status.getAsInt() : null;
    }
}
