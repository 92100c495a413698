package eu.estafette.hub.operators;

import eu.estafette.console.desk.Desk;
import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.Reading;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.kit.token.Tokens;
import eu.estafette.kit.token.Tokens.NoticeRef;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** The desk's way into Kafka. What an operator does and that it is journaled are one transaction. */
final class KafkaDesk implements Desk {

    private final DeskTransactions transactions;
    private final Serializer<SpecificRecord> serializer;
    private final Tokens tokens;

    KafkaDesk(DeskTransactions transactions, Serializer<SpecificRecord> serializer, Tokens tokens) {
        GeneratedClasses.trust();
        this.transactions = transactions;
        this.serializer = serializer;
        this.tokens = tokens;
    }

    @Override
    public void give(List<LaneOrder> orders) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (LaneOrder order : orders) {
            String topic = Topics.commands(order.party());
            Map<Integer, LaneCommand> commands = LaneCommands.of(order, transactions.partitionsOf(topic));
            commands.forEach((partition, command) -> records.add(
                    new ProducerRecord<>(topic, partition, order.commandId(), serializer.serialize(topic, command))));
            records.add(journal(order.party(), LaneCommands.given(order, commands.size())));
        }
        transactions.write(records);
    }

    @Override
    public void read(Reading reading) {
        var notice = JournalNotice.newBuilder()
                .setNoticeId(reading.noticeId())
                .setParty(reading.party())
                .setPerson(reading.person().orElse(null))
                .setRole(reading.role())
                .setPurpose(reading.purpose())
                .setView(reading.view())
                .setStep(reading.step().orElse(null))
                .build();
        JournalEntry entry = JournalEntry.newBuilder()
                .setKind("READ")
                .setAt(reading.at())
                .setParty(reading.party())
                .setCaseRef(reading.caseRef().orElse(null))
                .setDetail(reading.reason())
                .setPerson(reading.operator())
                .setNotices(List.of(notice))
                .build();
        transactions.write(List.of(journal(keyOf(reading), entry)));
    }

    /** Beside all else of the notice; a party's own entries stand under its id. */
    private String keyOf(Reading reading) {
        return tokens.openNoticeId(reading.noticeId(), reading.party())
                .map(NoticeRef::subject)
                .map(subject -> subject.hex())
                .orElse(reading.party());
    }

    private ProducerRecord<String, byte[]> journal(String key, JournalEntry entry) {
        return new ProducerRecord<>(Topics.JOURNAL, key, serializer.serialize(Topics.JOURNAL, entry));
    }
}
