package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.command.Told.Garbled;
import eu.estafette.hub.delivery.command.Told.Order;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.OrderRecords;
import eu.estafette.hub.delivery.outcome.ResultRecords;
import eu.estafette.hub.delivery.outcome.Writ;
import eu.estafette.hub.delivery.parking.PauseState;
import eu.estafette.hub.delivery.parking.Progress;
import eu.estafette.hub.delivery.parking.Progress.State;
import eu.estafette.hub.delivery.parking.Shelf;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what operators tell the lane partitions owned here to do: each command once, in each partition it stands in, with its progress
 * written in the transaction of its effects, and its end in the journal. What cannot be carried out is refused there, with a reason. Confined
 * to the poll thread.
 */
public final class Commands implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    /** Discards and calls under way together, of each command in each partition. */
    private static final int AT_ONCE = 64;

    private final CommandReader reader;
    private final CommandJournal journal;
    private final Consumer<Writ> writing;
    private final Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends;
    private final List<LanePartition> partitions = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param readers  consumers without group, that read what is committed
     * @param commands reads what stands on the topic
     * @param writing  takes what is to be written
     * @param ends     where partitions end
     */
    public Commands(
            Supplier<org.apache.kafka.clients.consumer.Consumer<byte[], byte[]>> readers,
            Deserializer<LaneCommand> commands,
            ResultRecords records,
            InstantSource hubTime,
            Consumer<Writ> writing,
            Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends) {
        this.reader = new CommandReader(readers, commands);
        this.journal = new CommandJournal(records, hubTime);
        this.writing = writing;
        this.ends = ends;
    }

    /** These partitions run here from now on. */
    public void own(Collection<LanePartition> started) {
        partitions.addAll(started);
        reader.follow(partitions);
    }

    /** Some were released. */
    public void forgetReleased() {
        if (partitions.removeIf(LanePartition::isReleased)) {
            reader.follow(partitions);
            told.removeIf(one -> one.partition().isReleased());
            works.removeIf(one -> one.partition().isReleased());
            taken.clear();
            works.forEach(
                    work -> taken.add(place(work.partition(), work.command().getCommandId())));
        }
    }

    /** Takes what has come, and goes on with what is under way. */
    public void carryOut() {
        told.addAll(reader.look());
        while (!told.isEmpty() && take(told.getFirst())) {
            told.removeFirst();
        }
        Iterator<Work> each = works.iterator();
        while (each.hasNext()) {
            Work work = each.next();
            Optional<Work.End> end = work.step(AT_ONCE);
            if (end.isPresent()) {
                each.remove();
                end(work, end.get());
            }
        }
    }

    /** Whether it is dealt with. */
    private boolean take(Told one) {
        Optional<Progress> known = one.partition().orders().find(one.id());
        if (known.isPresent() && !known.get().isUnderWay() || !taken.add(place(one.partition(), one.id()))) {
            return true;
        }
        switch (one) {
            case Garbled garbled -> refuse(one, "", new Refusal("UNREADABLE", garbled.why()));
            case Order order -> {
                LaneCommand command = order.command();
                Optional<Refusal> refusal =
                        Refusal.of(command, one.partition().id().topic());
                if (refusal.isPresent()) {
                    refuse(one, command.getOperator(), refusal.get());
                } else if (!start(one.partition(), command, known)) {
                    taken.remove(place(one.partition(), one.id()));
                    return false;
                }
            }
        }
        return true;
    }

    private static String place(LanePartition partition, String id) {
        return partition.id() + "/" + id;
    }

    private boolean start(LanePartition partition, LaneCommand command, Optional<Progress> known) {
        switch (command.getKind()) {
            case Refusal.PAUSE -> set(partition, command, PauseState.PAUSED, "no call starts any more");
            case Refusal.RESUME -> {
                Optional<Integer> rate = Optional.ofNullable(command.getRate());
                Optional<Long> end = rate.isEmpty() ? Optional.of(0L) : endOf(partition);
                if (end.isEmpty()) {
                    return false;
                }
                set(partition, command, new PauseState(false, rate, end.get()), "calls start again");
            }
            default -> work(partition, command, known);
        }
        return true;
    }

    /** Up to where a resumed lane is drained; empty where Kafka does not tell now. */
    private Optional<Long> endOf(LanePartition partition) {
        try {
            return Optional.ofNullable(ends.apply(List.of(partition.id())).get(partition.id()));
        } catch (RuntimeException e) {
            log.warn("Where a lane ends is not known; it is resumed once it is", e);
            return Optional.empty();
        }
    }

    private void set(LanePartition partition, LaneCommand command, PauseState state, String detail) {
        String id = command.getCommandId();
        var done = Progress.ended(State.DONE);
        writing.accept(new OrderWrit(
                partition,
                events -> List.of(
                        OrderRecords.pause(partition, state),
                        OrderRecords.progress(partition, id, done),
                        journal.entry(partition, command, State.DONE, Optional.empty(), detail, events)),
                () -> {
                    partition.valve().set(state);
                    ended(partition, id, done);
                }));
    }

    private void work(LanePartition partition, LaneCommand command, Optional<Progress> known) {
        String id = command.getCommandId();
        long dead = command.getNotices().stream()
                .distinct()
                .filter(one -> partition
                        .parking()
                        .find(one)
                        .filter(it -> it.shelf() == Shelf.DEAD)
                        .isPresent())
                .count();
        int skipped = (int) (command.getNotices().stream().distinct().count() - dead);
        boolean replay = command.getKind().equals(Refusal.REPLAY);
        Progress progress = known.orElseGet(() -> Progress.running(replay, skipped));
        writing.accept(
                new OrderWrit(partition, events -> List.of(OrderRecords.progress(partition, id, progress)), () -> {
                    partition.orders().put(id, progress);
                    works.add(new Work(command, partition, progress));
                }));
    }

    private void end(Work work, Work.End how) {
        LanePartition partition = work.partition();
        LaneCommand command = work.command();
        State state = how == Work.End.DONE ? State.DONE : State.STOPPED;
        int left = work.left();
        String detail =
                work.meant() - left + " of " + (work.meant() + work.progress().skipped()) + " carried out, "
                        + work.progress().skipped() + " were no longer dead, " + left + " left";
        Optional<String> reason = state == State.DONE ? Optional.empty() : Optional.of(how.name());
        var ended = work.progress().endedAs(state);
        // from here on, so that what still follows because of it says nothing of its progress any more
        partition.orders().put(command.getCommandId(), ended);
        writing.accept(new OrderWrit(
                partition,
                events -> List.of(
                        OrderRecords.progress(partition, command.getCommandId(), ended),
                        journal.entry(partition, command, state, reason, detail, events)),
                () -> ended(partition, command.getCommandId(), ended)));
    }

    private void refuse(Told one, String operator, Refusal refusal) {
        var refused = Progress.ended(State.REFUSED);
        writing.accept(new OrderWrit(
                one.partition(),
                events -> List.of(
                        OrderRecords.progress(one.partition(), one.id(), refused),
                        journal.refused(one, operator, refusal, events)),
                () -> ended(one.partition(), one.id(), refused)));
    }

    private static void ended(LanePartition partition, String id, Progress progress) {
        partition.orders().put(id, progress);
        log.atInfo()
                .addKeyValue("lane", partition.id())
                .addKeyValue("command", id)
                .addKeyValue("progress", new String(progress.toBytes(), StandardCharsets.UTF_8))
                .log("A command has ended");
    }

    @Override
    public void close() {
        reader.close();
    }
}
