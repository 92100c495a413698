package eu.estafette.hub.sealing;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Records as somebody would like them to have been. */
final class Changed {

    private Changed() {}

    static ConsumerRecord<byte[], byte[]> withValue(ConsumerRecord<byte[], byte[]> record, byte[] value) {
        return new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                value.length,
                record.key(),
                value,
                record.headers(),
                record.leaderEpoch());
    }
}
