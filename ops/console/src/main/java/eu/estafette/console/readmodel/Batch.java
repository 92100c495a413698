package eu.estafette.console.readmodel;

import eu.estafette.console.readmodel.Change.Journaled;
import eu.estafette.console.readmodel.Change.Removed;
import eu.estafette.console.readmodel.Change.Sent;
import eu.estafette.console.readmodel.Change.SetAside;
import eu.estafette.console.readmodel.Change.Stored;
import eu.estafette.console.readmodel.Change.Unreadable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** The rows that a number of records come down to. */
final class Batch {

    private final CaseNames names;
    private final EventRows events;
    private final DeliveryRows deliveries;
    private final StepRows steps;
    private final JournalRows journal;
    private final NoticeRows notices;
    private final HoldRows holds = new HoldRows();
    private final InvalidRows invalid = new InvalidRows();
    private final CaseRows cases = new CaseRows();
    private final SkippedRows skipped = new SkippedRows();
    private final Map<String, String> merged = new LinkedHashMap<>();

    Batch(CaseNames names) {
        this.names = names;
        events = new EventRows(names);
        deliveries = new DeliveryRows(names);
        steps = new StepRows(names);
        journal = new JournalRows(names);
        notices = new NoticeRows(names);
    }

    void add(Incoming incoming) {
        switch (incoming.change()) {
            case Journaled(int partition, long offset, var entry) -> {
                journal.add(partition, offset, entry);
                events.add(partition, entry);
                deliveries.add(partition, offset, entry);
                steps.add(partition, entry);
                holds.add(entry);
                if (entry.getTookOver() != null) {
                    merged.put(entry.getTookOver(), entry.getCaseId());
                }
            }
            case Sent sent -> notices.sent(sent);
            case Removed(String noticeId) -> notices.removed(noticeId);
            case SetAside aside -> invalid.add(aside);
            case Stored stored -> cases.add(stored);
            case Unreadable(String failure) -> skipped.add(incoming.partition(), incoming.offset(), failure);
        }
    }

    void write(JdbcTemplate jdbc) {
        merged.forEach((gone, kept) -> names.merge(jdbc, gone, kept));
        journal.write(jdbc);
        events.write(jdbc);
        deliveries.write(jdbc);
        steps.write(jdbc);
        holds.write(jdbc);
        notices.write(jdbc);
        invalid.write(jdbc);
        cases.write(jdbc);
        skipped.write(jdbc);
    }
}
