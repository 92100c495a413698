package eu.estafette.hub.delivery.outcome;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.hub.delivery.outcome.Verdict.Dies;
import eu.estafette.hub.delivery.outcome.Verdict.Done;
import eu.estafette.hub.delivery.outcome.Verdict.TriesAgain;
import eu.estafette.hub.delivery.outcome.Verdict.Waits;
import eu.estafette.hub.delivery.outcome.Verdict.Withdrawn;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What the journal keeps of a notice whose turn came: DELIVERED, DEAD, WITHDRAWN, or ATTEMPTED where it goes again. */
final class DeliveryJournal {

    static {
        GeneratedClasses.trust();
    }

    private DeliveryJournal() {}

    static JournalEntry entry(Notice notice, Verdict verdict, Instant at) {
        JournalEntry.Builder entry = JournalEntry.newBuilder()
                .setAt(at)
                .setParty(notice.getParty())
                .setCaseId(notice.getCaseId())
                .setCaseRef(notice.getCaseRef())
                .setNotices(List.of(told(notice)));
        return switch (verdict) {
            case Done done ->
                entry.setKind("DELIVERED")
                        .setStatus(orNull(done.status()))
                        .setReason(done.recalled() ? TransportReceipt.TOO_LATE : null)
                        .build();
            case Withdrawn ignored -> entry.setKind("WITHDRAWN").build();
            case Waits waits -> failed(entry, "ATTEMPTED", null, waits.failure());
            case TriesAgain again -> failed(entry, "ATTEMPTED", again.attempt(), again.failure());
            case Dies dies -> failed(entry, "DEAD", dies.attempt(), dies.failure());
        };
    }

    /** Of what lay on a party's lane and could not be read, so that no case is known. */
    static JournalEntry unreadable(String party, Dies dies, Instant at) {
        JournalEntry.Builder entry = JournalEntry.newBuilder().setAt(at).setParty(party);
        return failed(entry, "DEAD", dies.attempt(), dies.failure());
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
