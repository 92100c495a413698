package eu.estafette.hub.operators;

import eu.estafette.console.desk.Desk;
import eu.estafette.console.desk.Edit;
import eu.estafette.console.desk.HeldReading;
import eu.estafette.console.desk.HoldReview;
import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.Original;
import eu.estafette.console.desk.OriginalReading;
import eu.estafette.console.desk.Reading;
import eu.estafette.console.problem.DeskAwayException;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.kit.token.Tokens.NoticeRef;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

/** The desk's way into Kafka. What an operator does and that it is journaled are one transaction. */
final class KafkaDesk implements Desk {

    private final DeskTransactions transactions;
    private final Serializer<SpecificRecord> serializer;
    private final Tokens tokens;
    private final EditEvents edits;
    private final InvalidOriginals originals;
    private final HeldOriginals held;
    private final DeadTopic dead;
    private final SentOriginals sent;

    KafkaDesk(
            DeskTransactions transactions,
            Serializer<SpecificRecord> serializer,
            Tokens tokens,
            EditEvents edits,
            InvalidOriginals originals,
            HeldOriginals held,
            DeadTopic dead,
            SentOriginals sent) {
        GeneratedClasses.trust();
        this.transactions = transactions;
        this.serializer = serializer;
        this.tokens = tokens;
        this.edits = edits;
        this.originals = originals;
        this.held = held;
        this.dead = dead;
        this.sent = sent;
    }

    @Override
    public void give(List<LaneOrder> orders) {
        transactions.write(records(orders));
    }

    @Override
    public void edit(Edit edit) {
        Notice old = edit.old();
        SubjectKey subject = tokens.openNoticeId(old.getNoticeId(), old.getParty())
                .map(NoticeRef::subject)
                .orElseThrow(() -> new IllegalStateException("a notice that was sent has an id of this hub"));
        CaseEvent event = edits.of(edit);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        records.add(new ProducerRecord<>(
                Topics.EVENTS,
                null,
                subject.hex(),
                serializer.serialize(Topics.EVENTS, event),
                EventHeaders.of(event)));
        records.addAll(records(List.of(edit.discard())));
        transactions.write(records);
    }

    @Override
    public synchronized void putBack(Original original) {
        transactions.write(originals.putBack(original));
    }

    @Override
    public synchronized void giveUp(Original original) {
        transactions.write(originals.giveUp(original));
    }

    @Override
    public String contentOf(Original original) {
        transactions.write(originals.reading(original));
        return originals.content(original);
    }

    @Override
    public void review(HoldReview review) {
        transactions.write(List.of(held.review(review)));
    }

    @Override
    public Optional<String> contentOf(HeldReading reading) {
        return held.original(reading.held()).map(original -> {
            transactions.write(List.of(held.reading(reading, original)));
            return held.content(original);
        });
    }

    @Override
    public Optional<Path> original(OriginalReading reading) {
        Optional<SentOriginals.Found> found = sent.find(reading);
        found.ifPresent(one -> {
            try {
                transactions.write(List.of(one.reading()));
            } catch (DeskAwayException e) {
                delete(one.content());
                throw e;
            }
        });
        return found.map(SentOriginals.Found::content);
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of an original cannot be deleted", e);
        }
    }

    private List<ProducerRecord<String, byte[]>> records(List<LaneOrder> orders) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (LaneOrder order : orders) {
            String topic = Topics.commands(order.party());
            Map<Integer, LaneCommand> commands = LaneCommands.of(order, transactions.partitionsOf(topic));
            commands.forEach((partition, command) -> records.add(
                    new ProducerRecord<>(topic, partition, order.commandId(), serializer.serialize(topic, command))));
            records.add(journal(order.party(), LaneCommands.given(order, commands.size())));
        }
        return records;
    }

    @Override
    public Optional<String> rawOf(Reading reading) {
        return dead.bytes(reading.party(), reading.noticeId()).map(bytes -> {
            read(reading);
            return Base64.getEncoder().encodeToString(bytes);
        });
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
