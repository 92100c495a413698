package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.command.Told.Garbled;
import eu.estafette.hub.delivery.command.Told.Order;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.ResultRecords;
import eu.estafette.hub.delivery.outcome.Writ;
import eu.estafette.hub.delivery.parking.PauseState;
import eu.estafette.hub.delivery.parking.Progress;
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

    private final CommandReader reader;
    private final OrderWrits writs;
    private final Consumer<Writ> writing;
    private final Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends;
    private final List<LanePartition> partitions = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Work> works = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final EndedCommands ended = new EndedCommands();

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
        this.writs = new OrderWrits(new CommandJournal(records, hubTime));
        this.writing = writing;
        this.ends = ends;
    }

    /** These partitions run here from now on. */
    public void own(Collection<LanePartition> started) {
        partitions.addAll(started);
        started.forEach(ended::begin);
        reader.follow(partitions);
    }

    /** Some were released. */
    public void forgetReleased() {
        if (partitions.removeIf(partition -> partition.tenure().isReleased())) {
            reader.follow(partitions);
            ended.release();
            told.removeIf(one -> one.partition().tenure().isReleased());
            works.removeIf(one -> one.partition().tenure().isReleased());
            taken.clear();
            works.forEach(
                    work -> taken.add(place(work.partition(), work.command().getCommandId())));
        }
    }

    /** Takes what has come, and goes on with what is under way. */
    public void carryOut() {
        List<Told> read = reader.look();
        read.forEach(ended::seen);
        told.addAll(read);
        ended.forget(reader::isReadUp, (partition, ids) -> writing.accept(writs.forget(partition, ids)));
        while (!told.isEmpty() && take(told.getFirst())) {
            told.removeFirst();
        }
        Iterator<Work> each = works.iterator();
        while (each.hasNext()) {
            Work work = each.next();
            Optional<Work.End> how = work.step();
            if (how.isPresent()) {
                each.remove();
                writing.accept(writs.end(work, how.get()));
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
            case Garbled garbled -> writing.accept(writs.refused(one, "", new Refusal("UNREADABLE", garbled.why())));
            case Order order -> {
                LaneCommand command = order.command();
                Optional<Refusal> refusal =
                        Refusal.of(command, one.partition().id().topic());
                if (refusal.isPresent()) {
                    writing.accept(writs.refused(one, command.getOperator(), refusal.get()));
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
            case Refusal.PAUSE ->
                writing.accept(writs.valve(partition, command, PauseState.PAUSED, "no call starts any more"));
            case Refusal.RESUME -> {
                Optional<Integer> rate = Optional.ofNullable(command.getRate());
                Optional<Long> end = rate.isEmpty() ? Optional.of(0L) : endOf(partition);
                if (end.isEmpty()) {
                    return false;
                }
                var flowing = new PauseState(false, rate, end.get());
                writing.accept(writs.valve(partition, command, flowing, "calls start again"));
            }
            default -> writing.accept(writs.begin(partition, command, known, works::add));
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

    @Override
    public void close() {
        reader.close();
    }
}
