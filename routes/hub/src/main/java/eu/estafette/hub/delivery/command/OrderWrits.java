package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.OrderRecords;
import eu.estafette.hub.delivery.outcome.Writ;
import eu.estafette.hub.delivery.parking.PauseState;
import eu.estafette.hub.delivery.parking.Progress;
import eu.estafette.hub.delivery.parking.Progress.State;
import eu.estafette.hub.delivery.parking.Shelf;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of commands that are written by themselves: each with the command's progress, and at its end with the journal's entry. */
final class OrderWrits {

    private static final Logger log = LoggerFactory.getLogger(OrderWrits.class);

    private final CommandJournal journal;

    OrderWrits(CommandJournal journal) {
        this.journal = journal;
    }

    /** A pause or resume, which is done once it is written. */
    Writ valve(LanePartition partition, LaneCommand command, PauseState state, String detail) {
        String id = command.getCommandId();
        var done = Progress.ended(State.DONE);
        return new OrderWrit(
                partition,
                events -> List.of(
                        OrderRecords.pause(partition, state),
                        OrderRecords.progress(partition, id, done),
                        journal.entry(partition, command, State.DONE, Optional.empty(), detail, events)),
                () -> {
                    partition.valve().set(state);
                    ended(partition, id, done);
                });
    }

    /**
     * The beginning of a replay or discard.
     *
     * @param known its progress, where it goes on
     * @param then  takes it once it is written that it begins
     */
    Writ begin(LanePartition partition, LaneCommand command, Optional<Progress> known, Consumer<Work> then) {
        String id = command.getCommandId();
        List<String> meant = command.getNotices().stream().distinct().toList();
        int skipped =
                (int) meant.stream().filter(one -> !isDead(partition, one)).count();
        boolean replay = command.getKind().equals(Refusal.REPLAY);
        Progress progress = known.orElseGet(() -> Progress.running(replay, skipped));
        return new OrderWrit(partition, events -> List.of(OrderRecords.progress(partition, id, progress)), () -> {
            partition.orders().put(id, progress);
            then.accept(new Work(command, partition, progress));
        });
    }

    private static boolean isDead(LanePartition partition, String noticeId) {
        return partition
                .parking()
                .find(noticeId)
                .filter(one -> one.shelf() == Shelf.DEAD)
                .isPresent();
    }

    Writ end(Work work, Work.End how) {
        LanePartition partition = work.partition();
        LaneCommand command = work.command();
        State state = how == Work.End.DONE ? State.DONE : State.STOPPED;
        int left = work.left();
        int skipped = work.progress().skipped();
        String detail = work.meant() - left + " of " + (work.meant() + skipped) + " carried out, " + skipped
                + " were no longer dead, " + left + " left";
        Optional<String> reason = state == State.DONE ? Optional.empty() : Optional.of(how.name());
        Progress ended = work.progress().endedAs(state);
        // from here on, so that what still follows because of it says nothing of its progress any more
        partition.orders().put(command.getCommandId(), ended);
        return new OrderWrit(
                partition,
                events -> List.of(
                        OrderRecords.progress(partition, command.getCommandId(), ended),
                        journal.entry(partition, command, state, reason, detail, events)),
                () -> ended(partition, command.getCommandId(), ended));
    }

    /** That these commands ended is forgotten: they themselves are no longer kept. */
    Writ forget(LanePartition partition, Set<String> commands) {
        List<ProducerRecord<byte[], byte[]>> tombstones = commands.stream()
                .map(command -> OrderRecords.forgotten(partition, command))
                .toList();
        return new OrderWrit(partition, events -> tombstones, () -> {
            partition.orders().forget(commands);
            log.atInfo()
                    .addKeyValue("lane", partition.id())
                    .addKeyValue("commands", commands.size())
                    .log("Ends of commands that are no longer kept are forgotten");
        });
    }

    /** @param operator empty where that cannot be read */
    Writ refused(Told told, String operator, Refusal refusal) {
        var refused = Progress.ended(State.REFUSED);
        return new OrderWrit(
                told.partition(),
                events -> List.of(
                        OrderRecords.progress(told.partition(), told.id(), refused),
                        journal.refused(told, operator, refusal, events)),
                () -> ended(told.partition(), told.id(), refused));
    }

    private static void ended(LanePartition partition, String id, Progress progress) {
        partition.orders().put(id, progress);
        log.atInfo()
                .addKeyValue("lane", partition.id())
                .addKeyValue("command", id)
                .addKeyValue("progress", new String(progress.toBytes(), StandardCharsets.UTF_8))
                .log("A command has ended");
    }
}
