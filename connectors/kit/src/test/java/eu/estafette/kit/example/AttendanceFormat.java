package eu.estafette.kit.example;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.file.FileFormat;
import eu.estafette.kit.file.RemoteFile;
import eu.estafette.kit.file.Reply;
import eu.estafette.kit.file.Settled;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/** The format: one line for each person and day, {@code T-17 2026-03-02 999990342 NT2 1}, the last one its version. */
final class AttendanceFormat implements FileFormat {

    private final Party party;
    private final Settled settled = new Settled();

    AttendanceFormat(Party party) {
        this.party = party;
    }

    @Override
    public List<RemoteFile> complete(List<RemoteFile> listed) {
        return settled.of(listed);
    }

    @Override
    public List<Reply> repliesTo(String name) {
        return List.of();
    }

    @Override
    public Records open(Content content, String name, OriginalRef original) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(content.read(), StandardCharsets.UTF_8));
        return new Records() {

            private int number;

            @Override
            public Optional<FileRecord> next() throws IOException {
                String line = lines.readLine();
                number++;
                return Optional.ofNullable(line)
                        .map(text -> new FileRecord(
                                number, text.getBytes(StandardCharsets.UTF_8), reading(text, number, original)));
            }

            @Override
            public void close() throws IOException {
                lines.close();
            }
        };
    }

    /** The translation: each field with the name by which its sender knows it, so that he hears of faults in his own words. */
    private Reading reading(String line, int number, OriginalRef original) {
        String[] values = line.split(" ", -1);
        if (values.length != 5) {
            return faulty("line", "has not 5 values with a blank between");
        }
        if (!values[4].matches("[1-9]\\d{0,3}")) {
            return faulty("version", "is no number from 1 to 9999");
        }
        int version = Integer.parseInt(values[4]);
        LocalDate date;
        try {
            date = LocalDate.parse(values[1]);
        } catch (DateTimeParseException e) {
            return faulty("day", "is no date such as 2026-03-02");
        }
        var draft = new EventDraft(
                        EventType.TRAINING_PROGRESSED,
                        party,
                        original,
                        number,
                        date.atStartOfDay(party.zone()).toInstant())
                .text("businessKey", values[0], "reference")
                .action(version == 1 ? Action.ORIGINAL : Action.CORRECTION)
                .version(version, "version")
                .date("occurredOn", date, "day")
                .subject("BSN", values[2], "person")
                .text("status", "ATTENDED", "line")
                .text("course.scheme", "ESTAFETTE", "course")
                .text("course.code", values[3], "course");
        return new Reading.Event(draft.translated());
    }

    private static Reading faulty(String name, String detail) {
        return new Reading.Faulty(List.of(new Issue(Stage.SYNTAX, "badLine", "line", name, Optional.empty(), detail)));
    }
}
