package eu.estafette.connector.trainingcsv;

import eu.estafette.kit.file.FileFormat.Content;
import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.file.FileFormat.Records;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of one file. Empty ones are passed over. */
final class TrainingLines implements Records {

    private static final int LONGEST = 16 * 1024;

    private final BufferedReader lines;
    private final CsvHeader header;
    private final TrainingTranslation translation;
    private int number = 1;

    private TrainingLines(BufferedReader lines, CsvHeader header, TrainingTranslation translation) {
        this.lines = lines;
        this.header = header;
        this.translation = translation;
    }

    static TrainingLines open(Content content, TrainingTranslation translation)
            throws IOException, FileRefusedException {
        Charset charset = CsvEncoding.of(content);
        BufferedReader lines = CsvEncoding.reader(content.read(), charset);
        try {
            String first = lines.readLine();
            return new TrainingLines(lines, CsvHeader.of(first == null ? "" : first), translation);
        } catch (FileRefusedException | IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    @Override
    public Optional<FileRecord> next() throws IOException {
        @Nullable String line;
        do {
            line = lines.readLine();
            number++;
        } while (line != null && line.isBlank());
        return Optional.ofNullable(line)
                .map(found -> new FileRecord(number, found.getBytes(StandardCharsets.UTF_8), reading(found)));
    }

    private Reading reading(String line) {
        if (line.length() > LONGEST) {
            return faulty("lineTooLong", "has more than " + LONGEST + " characters");
        }
        Optional<Map<Column, String>> values = header.read(line);
        return values.isPresent()
                ? translation.of(number, values.get())
                : faulty(
                        "badLine",
                        "has quotes that do not match, or not the "
                                + header.columns().size() + " values of the header");
    }

    private static Reading faulty(String code, String detail) {
        return new Reading.Faulty(List.of(new Issue(Stage.SYNTAX, code, "line", "line", Optional.empty(), detail)));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
