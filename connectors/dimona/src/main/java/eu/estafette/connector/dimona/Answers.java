package eu.estafette.connector.dimona;

import eu.estafette.domain.event.EventType;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.file.RemoteFolders;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.xml.ElementText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replies to what the hub sent become {@code notice.answered}: ACRF001 at level RECEPTION, NOTI001 at level BUSINESS. Each level has a key
 * of its own, so that neither takes the other's place.
 */
record Answers(Party party, OriginalRef original, DimonaAddress address, RemoteFolders.Connection connection)
        implements Forms.Translation {

    private static final String RESULT = "ResultCode";
    private static final String ERROR = "ErrorID";
    private static final String FILE = "FileName";
    private static final int LONGEST_REMARK = 500;

    @Override
    public Reading of(int number, ElementText form) throws IOException {
        boolean reception = form.child("ReceptionResult").isPresent();
        Optional<String> outcome = reception ? received(form) : handled(form);
        if (outcome.isEmpty()) {
            return new Reading.Nothing();
        }
        Optional<String> notice = notice(form);
        return notice.isEmpty()
                ? new Reading.Faulty(
                        List.of(Anomalies.of("unknownFile", FILE, "is no file with a notice that the hub left here")))
                : new Reading.Event(
                        draft(number, form, notice.get(), reception ? "RECEPTION" : "BUSINESS", outcome.get())
                                .translated());
    }

    private static Optional<String> received(ElementText form) {
        return Optional.of("1".equals(form.text("ReceptionResult", RESULT)) ? "ACCEPTED" : "DECLINED");
    }

    /** Empty while the result is not there yet. */
    private static Optional<String> handled(ElementText form) {
        return switch (String.valueOf(form.text("HandlingResult", RESULT))) {
            case "0" -> Optional.of("DECLINED");
            case "1" -> Optional.of("ACCEPTED");
            case "2" -> Optional.of("NEEDS_INFO");
            default -> Optional.empty(); // 3 temporary answer, 4 timeout
        };
    }

    private Optional<String> notice(ElementText form) throws IOException {
        Optional<TripletName> file = SendReference.fileOf(form, address);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        try (RemoteFolders remote = connection.open()) {
            return new SentFiles(remote, address.sent()).noticeIn(file.get());
        }
    }

    private EventDraft draft(int number, ElementText form, String notice, String level, String outcome) {
        FormMoment made = FormMoment.of(form);
        EventDraft draft = new EventDraft(EventType.NOTICE_ANSWERED, party, original, number, made.instant())
                .text(
                        "businessKey",
                        String.join("|", notice, level, made.local().toString()),
                        FILE)
                .date("occurredOn", made.date(), "FormCreationDate")
                .text("noticeId", notice, FILE)
                .text("level", level, "Identification")
                .text("outcome", outcome, RESULT)
                .text("remark", errors(form), ERROR);
        return outcome.equals("DECLINED")
                ? draft.text("reason.scheme", "ESTAFETTE", ERROR).text("reason.code", "OTHER", ERROR)
                : draft;
    }

    /** Numbers only: values may be about the person. */
    private static @Nullable String errors(ElementText form) {
        String numbers = form.children().stream()
                .flatMap(result -> Stream.concat(
                        result.all(ERROR).stream(),
                        result.all("AnomalyReport").stream().flatMap(report -> report.all(ERROR).stream())))
                .map(error -> error.element().getTextContent().strip())
                .collect(Collectors.joining(" "));
        return numbers.isEmpty() ? null : numbers.substring(0, Math.min(numbers.length(), LONGEST_REMARK));
    }
}
