package eu.estafette.connector.trainingcsv;

import eu.estafette.kit.file.Reply;
import java.io.ByteArrayOutputStream;

/** How many lines of a file came in. All of them are durable when it appears. */
record ReceiptFile(String path) implements Reply {

    @Override
    public byte[] end(Summary summary) {
        String result = summary.unread().isPresent()
                ? "REFUSED"
                : summary.sameAs().isPresent() ? "DUPLICATE" : summary.refused() > 0 ? "PARTIAL" : "ACCEPTED";
        var lines = new ByteArrayOutputStream();
        lines.writeBytes(CsvText.line("file", "result", "accepted", "rejected", "same as", "read at", "sha-256"));
        lines.writeBytes(CsvText.line(
                summary.name(),
                result,
                summary.accepted(),
                summary.refused(),
                summary.sameAs().orElse(""),
                summary.readAt(),
                summary.original()));
        return lines.toByteArray();
    }
}
