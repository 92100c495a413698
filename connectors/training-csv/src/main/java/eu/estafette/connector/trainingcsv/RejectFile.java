package eu.estafette.connector.trainingcsv;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.Reply;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.problem.Issue;
import java.io.ByteArrayOutputStream;

/** What was wrong with which line. Not written if nothing was. Quotes no value: a line is known by its number, as an editor counts. */
record RejectFile(String path) implements Reply {

    @Override
    public byte[] begin() {
        return CsvText.line("line", "field", "reason", "detail");
    }

    @Override
    public byte[] entry(FileRecord record, Screened screened) {
        if (!(screened instanceof Screened.Unfit unfit)) {
            return NOTHING;
        }
        var lines = new ByteArrayOutputStream();
        unfit.issues().forEach(issue -> lines.writeBytes(line(record.number(), issue)));
        return lines.toByteArray();
    }

    @Override
    public byte[] end(Summary summary) {
        return summary.unread().map(issue -> line(1, issue)).orElse(NOTHING);
    }

    private static byte[] line(int number, Issue issue) {
        return CsvText.line(number, issue.name(), issue.code(), issue.detail());
    }
}
