package eu.estafette.hub.sealing;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.schemas.seal.RecordsDigest;
import eu.estafette.schemas.seal.SealChain;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was read of a journal partition and is not sealed yet. */
final class OpenSeal {

    /** A seal over more would say less well where something is wrong. */
    private static final int FULL = 10_000;

    private final int partition;
    private SealChain chain;
    private long first;
    private RecordsDigest records = new RecordsDigest();
    private long oldest = Long.MAX_VALUE;

    /** @param first offset to read from; above the chain's next where retention was quicker than the sealer */
    OpenSeal(int partition, SealChain chain, long first) {
        this.partition = partition;
        this.chain = chain;
        this.first = first;
    }

    void add(ConsumerRecord<byte[], byte[]> record) {
        records.add(record);
        oldest = Math.min(oldest, record.timestamp());
    }

    long first() {
        return first;
    }

    boolean isEmpty() {
        return records.records() == 0;
    }

    boolean isFull() {
        return records.records() >= FULL;
    }

    /** When the oldest record was written that waits for its seal, in ms; {@link Long#MAX_VALUE} where none waits. */
    long oldest() {
        return oldest;
    }

    /** @param position next offset to be read: all before it belongs to this seal */
    JournalSeal close(long position, SealChain.Signing signing) {
        return chain.next(partition, first, position - 1, records, signing);
    }

    /** The seal is written: the next one begins. */
    void sealed(JournalSeal seal) {
        chain = SealChain.endingWith(seal);
        first = chain.next();
        records = new RecordsDigest();
        oldest = Long.MAX_VALUE;
    }
}
