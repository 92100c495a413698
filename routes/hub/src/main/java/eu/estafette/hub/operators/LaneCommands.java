package eu.estafette.hub.operators;

import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.console.desk.LaneOrder.OnLane;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.topics.Partitions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts an order into the commands that the partitions of its lane carry out. */
final class LaneCommands {

    private LaneCommands() {}

    /**
     * One command for each partition that the order concerns: all of them for a lane as a whole, else those in which its notices lie.
     *
     * @param partitions of the lane
     */
    static SortedMap<Integer, LaneCommand> of(LaneOrder order, int partitions) {
        SortedMap<Integer, List<String>> notices = new TreeMap<>();
        if (order.kind() == Kind.PAUSE || order.kind() == Kind.RESUME) {
            for (int partition = 0; partition < partitions; partition++) {
                notices.put(partition, List.of());
            }
        }
        for (OnLane notice : order.notices()) {
            notices.computeIfAbsent(partitionOf(order, notice, partitions), any -> new ArrayList<>())
                    .add(notice.noticeId());
        }
        SortedMap<Integer, LaneCommand> commands = new TreeMap<>();
        notices.forEach((partition, ids) -> commands.put(partition, command(order, ids)));
        return commands;
    }

    /** Of a notice its case says where it lies; what nobody could read is named by its place on the lane, which says so itself. */
    private static int partitionOf(LaneOrder order, OnLane notice, int partitions) {
        return DeadTopic.partitionOf(order.party(), notice.noticeId())
                .orElseGet(() -> Partitions.of(notice.caseId(), partitions));
    }

    /** That the order is given, for the journal; what comes of it is told by whoever carries it out. */
    static JournalEntry given(LaneOrder order, int parts) {
        return JournalEntry.newBuilder()
                .setKind("COMMANDED")
                .setAt(order.at())
                .setParty(order.party())
                .setState("ACCEPTED")
                .setReason(order.kind().name())
                .setDetail(order.reason().orElse(null))
                .setPerson(order.operator())
                .setCommand(order.commandId())
                .setParts(parts)
                .build();
    }

    private static LaneCommand command(LaneOrder order, List<String> notices) {
        return LaneCommand.newBuilder()
                .setCommandId(order.commandId())
                .setKind(order.kind().name())
                .setParty(order.party())
                .setAt(order.at())
                .setOperator(order.operator())
                .setReason(order.reason().orElse(null))
                .setNotices(notices)
                .setCanary(order.canary())
                .setWave(order.wave().orElse(null))
                .setRate(order.rate().orElse(null))
                .setEditedBy(order.editedBy().orElse(null))
                .build();
    }
}
