package eu.estafette.acceptance.broken;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Hides from the hub's consumers that one case is parked, and what is parked of it: the first such case that is read after a start. */
public final class ForgetParked implements ConsumerInterceptor<byte[], byte[]>, ProducerInterceptor<byte[], byte[]> {

    private static final AtomicReference<@Nullable String> FORGOTTEN = new AtomicReference<>();

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> left = new HashMap<>();
        for (TopicPartition partition : records.partitions()) {
            left.put(
                    partition,
                    records.records(partition).stream()
                            .filter(record -> !isForgotten(record))
                            .toList());
        }
        return new ConsumerRecords<>(left, records.nextOffsets());
    }

    private static boolean isForgotten(ConsumerRecord<byte[], byte[]> record) {
        return parkedCase(record)
                .map(caseId -> {
                    FORGOTTEN.compareAndSet(null, caseId);
                    return Objects.equals(FORGOTTEN.get(), caseId);
                })
                .orElse(false);
    }

    private static Optional<String> parkedCase(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().startsWith("estafette.parked.")) {
            return Optional.ofNullable(record.headers().lastHeader("estafette.failure.case-id"))
                    .map(Header::value)
                    .map(ForgetParked::text);
        }
        // its other keys are "pause" and "command/…"
        return record.topic().startsWith("estafette.park-state.")
                ? Optional.of(text(record.key())).filter(key -> key.startsWith("C"))
                : Optional.empty();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata place, @Nullable Exception failure) {}

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> config) {}

    @Override
    public void close() {}
}
