package eu.estafette.console.readmodel;

import eu.estafette.console.readmodel.Change.Journaled;
import eu.estafette.console.readmodel.Change.Removed;
import eu.estafette.console.readmodel.Change.Sent;
import eu.estafette.console.readmodel.Change.Stored;
import eu.estafette.console.readmodel.Change.Unreadable;
import org.springframework.jdbc.core.JdbcOperations;

/** The rows that a number of records come down to. */
final class Batch {

    private final EventRows events = new EventRows();
    private final DeliveryRows deliveries = new DeliveryRows();
    private final StepRows steps = new StepRows();
    private final HoldRows holds = new HoldRows();
    private final JournalRows journal = new JournalRows();
    private final NoticeRows notices = new NoticeRows();
    private final CaseRows cases = new CaseRows();
    private final SkippedRows skipped = new SkippedRows();

    void add(Incoming incoming) {
        switch (incoming.change()) {
            case Journaled(int partition, long offset, var entry) -> {
                journal.add(partition, offset, entry);
                events.add(entry);
                deliveries.add(partition, offset, entry);
                steps.add(entry);
                holds.add(entry);
            }
            case Sent sent -> notices.sent(sent);
            case Removed(String noticeId) -> notices.removed(noticeId);
            case Stored stored -> cases.add(stored);
            case Unreadable(String failure) -> skipped.add(incoming.partition(), incoming.offset(), failure);
        }
    }

    void write(JdbcOperations jdbc) {
        journal.write(jdbc);
        events.write(jdbc);
        deliveries.write(jdbc);
        steps.write(jdbc);
        holds.write(jdbc);
        notices.write(jdbc);
        cases.write(jdbc);
        skipped.write(jdbc);
    }
}
