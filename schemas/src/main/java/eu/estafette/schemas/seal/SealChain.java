package eu.estafette.schemas.seal;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.schemas.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The end of a partition's chain of seals, to which the next is added. What is signed is the fields in the order of the contract, big endian,
 * after {@code estafette-journal-seal-1}, so that another version of the contract changes no signature. The hash of a seal is SHA-256 over
 * that and its signature.
 *
 * @param number   of the last seal, 0 where there is none
 * @param next     first offset that is not sealed
 * @param lastHash of the last seal, in hexadecimal
 */
public record SealChain(long number, long next, String lastHash) {

    private static final String FORM = "estafette-journal-seal-1";
    private static final String NONE = "0".repeat(2 * Sha256.BYTES);

    /** No seal yet. */
    public static SealChain startingAt(long offset) {
        return new SealChain(0, offset, NONE);
    }

    public static SealChain endingWith(JournalSeal seal) {
        return new SealChain(
                seal.getNumber(), seal.getLastOffset() + 1, HexFormat.of().formatHex(hash(seal)));
    }

    /** The seal that comes next, over all records up to {@code lastOffset} that are not sealed yet. */
    public JournalSeal next(int partition, long firstOffset, long lastOffset, RecordsDigest records, Signing signing) {
        JournalSeal seal = new JournalSeal(
                partition,
                number + 1,
                firstOffset,
                lastOffset,
                records.records(),
                ByteBuffer.wrap(records.value()),
                ByteBuffer.wrap(HexFormat.of().parseHex(lastHash)),
                signing.at().truncatedTo(ChronoUnit.MICROS),
                signing.key().id(),
                ByteBuffer.allocate(0));
        seal.setSignature(ByteBuffer.wrap(signing.key().sign(message(seal))));
        return seal;
    }

    /** @param at real time */
    public record Signing(JournalKey key, Instant at) {}

    /** Whether this seal is the next of the chain by number and hash; its range may still leave a gap. */
    public boolean isFollowedBy(JournalSeal seal) {
        return seal.getNumber() == number + 1
                && HexFormat.of().formatHex(bytes(seal.getPrevious())).equals(lastHash);
    }

    public static boolean isSigned(JournalSeal seal, VerifyingKeys keys) {
        return keys.isSigned(message(seal), bytes(seal.getSignature()), seal.getKeyId());
    }

    /** Whether the seal was made over exactly these records. */
    public static boolean isOver(JournalSeal seal, RecordsDigest records) {
        return records.records() == seal.getRecords()
                && MessageDigest.isEqual(records.value(), bytes(seal.getDigest()));
    }

    private static byte[] hash(JournalSeal seal) {
        MessageDigest hash = Sha256.begin();
        hash.update(message(seal));
        hash.update(bytes(seal.getSignature()));
        return hash.digest();
    }

    private static byte[] message(JournalSeal seal) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(FORM);
            out.writeInt(seal.getPartition());
            out.writeLong(seal.getNumber());
            out.writeLong(seal.getFirstOffset());
            out.writeLong(seal.getLastOffset());
            out.writeLong(seal.getRecords());
            out.write(bytes(seal.getDigest()));
            out.write(bytes(seal.getPrevious()));
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, seal.getAt()));
            out.writeUTF(seal.getKeyId());
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
