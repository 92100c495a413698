package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.outcome.ResultRecords;
import eu.estafette.hub.delivery.parking.Progress.State;
import eu.estafette.schemas.Topics;
import java.time.InstantSource;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What the journal keeps of a command's end, in each lane partition that it concerned: COMMANDED, with its state. */
final class CommandJournal {

    private final ResultRecords records;
    private final InstantSource hubTime;

    CommandJournal(ResultRecords records, InstantSource hubTime) {
        this.records = records;
        this.hubTime = hubTime;
    }

    /** @param reason a stable code, where it did not end well */
    ProducerRecord<byte[], byte[]> entry(
            LanePartition partition,
            LaneCommand command,
            State state,
            Optional<String> reason,
            String detail,
            int partitions) {
        return entry(partition, command.getCommandId(), command.getOperator(), state, reason, detail, partitions);
    }

    /** @param operator empty where that cannot be read */
    ProducerRecord<byte[], byte[]> refused(Told told, String operator, Refusal refusal, int partitions) {
        return entry(
                told.partition(),
                told.id(),
                operator,
                State.REFUSED,
                Optional.of(refusal.code()),
                refusal.detail(),
                partitions);
    }

    private ProducerRecord<byte[], byte[]> entry(
            LanePartition partition,
            String command,
            String operator,
            State state,
            Optional<String> reason,
            String detail,
            int partitions) {
        String party = Topics.partyOfLane(partition.id().topic());
        JournalEntry entry = JournalEntry.newBuilder()
                .setKind("COMMANDED")
                .setAt(hubTime.instant())
                .setParty(party)
                .setState(state.name())
                .setReason(reason.orElse(null))
                .setDetail(detail)
                .setPerson(operator.isEmpty() ? null : operator)
                .setCommand(command)
                .build();
        return records.ofLane(party, entry, partitions);
    }
}
