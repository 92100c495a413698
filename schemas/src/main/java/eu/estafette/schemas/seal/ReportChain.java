package eu.estafette.schemas.seal;

import eu.estafette.contract.message.ReconciliationReport;
import eu.estafette.schemas.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The end of the chain of reports, to which the next is added. Signed is, after {@code estafette-report-1}: number and day (8 bytes each, the
 * day as days since 1970), time in microseconds, length (4 bytes) and UTF-8 bytes of the body, hash of the report before, key id. The hash of
 * a report is SHA-256 over that and its signature.
 *
 * @param number   of the last report, 0 where there is none
 * @param lastHash of the last report, in hexadecimal
 */
public record ReportChain(long number, String lastHash) {

    private static final String FORM = "estafette-report-1";

    /** No report yet. */
    public static final ReportChain EMPTY = new ReportChain(0, "0".repeat(2 * Sha256.BYTES));

    public static ReportChain endingWith(ReconciliationReport report) {
        MessageDigest hash = Sha256.begin();
        hash.update(message(report));
        hash.update(bytes(report.getSignature()));
        return new ReportChain(report.getNumber(), HexFormat.of().formatHex(hash.digest()));
    }

    /**
     * The report that comes next.
     *
     * @param at real time
     */
    public ReconciliationReport next(LocalDate day, Instant at, String body, JournalKey key) {
        var report = new ReconciliationReport(
                number + 1,
                day,
                at.truncatedTo(ChronoUnit.MICROS),
                body,
                ByteBuffer.wrap(HexFormat.of().parseHex(lastHash)),
                key.id(),
                ByteBuffer.allocate(0));
        report.setSignature(ByteBuffer.wrap(key.sign(message(report))));
        return report;
    }

    /** Whether this report is the next of the chain. */
    public boolean isFollowedBy(ReconciliationReport report) {
        return report.getNumber() == number + 1
                && HexFormat.of().formatHex(bytes(report.getPrevious())).equals(lastHash);
    }

    public static boolean isSigned(ReconciliationReport report, VerifyingKeys keys) {
        return keys.isSigned(message(report), bytes(report.getSignature()), report.getKeyId());
    }

    private static byte[] message(ReconciliationReport report) {
        byte[] body = report.getBody().getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeUTF(FORM);
            out.writeLong(report.getNumber());
            out.writeLong(report.getDay().toEpochDay());
            out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, report.getAt()));
            out.writeInt(body.length);
            out.write(body);
            out.write(bytes(report.getPrevious()));
            out.writeUTF(report.getKeyId());
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
