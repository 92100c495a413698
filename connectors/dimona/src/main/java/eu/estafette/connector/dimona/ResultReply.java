package eu.estafette.connector.dimona;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.Reply;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import eu.estafette.kit.xml.XmlText;
import eu.estafette.schemas.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** NOTI001: what became of each form. A period the hub gave a number is told here. Repeats no value of a form. */
final class ResultReply implements Reply {

    private static final int REFUSED = 0;
    private static final int ACCEPTED = 1;

    /** Bytes of a digest that no two forms of a file share. */
    private static final int ENOUGH = 16;

    private static final List<String> HEADER =
            List.of("Identification", "FormCreationDate", "FormCreationHour", "AttestationStatus", "TypeForm");

    private final String path;
    private final String file;
    private final FormMoment made;
    private final Set<String> seen = new HashSet<>();
    private boolean begun;

    /** @param file whose forms these are */
    ResultReply(String path, String file, FormMoment made) {
        this.path = path;
        this.file = file;
        this.made = made;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public byte[] begin() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<NOTIFICATION>\n".getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] entry(FileRecord record, Screened screened) {
        begun = true;
        ElementText form = formOf(record);
        boolean again = !seen.add(digest(record.content()));
        XmlText text = new XmlText().begin("Form");
        ReplyHeader.write(text, "NOTI001", made);
        text.begin("FileReference")
                .element("FileName", file)
                .element("ReferenceOrigin", 1)
                .end();
        text.begin("HandledOriginalForm");
        HEADER.forEach(name -> text.element(name, form.text(name)));
        text.end();
        writeReference(text, form, record.number());
        text.begin("HandlingResult");
        switch (screened) {
            case Screened.Fit fit -> {
                text.element("ResultCode", ACCEPTED);
                if (again) {
                    anomaly(text, Anomalies.DUPLICATE, "DimonaIn", "W");
                }
                period(text, fit.accepted().event().getBusinessKey());
            }
            case Screened.Unfit(List<Issue> issues) -> {
                text.element("ResultCode", REFUSED);
                issues.forEach(issue -> anomaly(text, Anomalies.numberOf(issue), issue.name(), "B"));
            }
        }
        return text.end().end().bytes();
    }

    /** The sender's own, or which one it is in the file. */
    private static void writeReference(XmlText text, ElementText form, int number) {
        text.begin("HandledReference");
        String own = form.text("Reference", "ReferenceNbr");
        text.element("ReferenceType", 1)
                .element("ReferenceOrigin", 1)
                .element("ReferenceNbr", own == null ? "FORM-" + number : own)
                .end();
    }

    private static void anomaly(XmlText text, String error, String tag, String anomalyClass) {
        text.begin("AnomalyReport")
                .element("ErrorID", error)
                .element("TagName", tag)
                .element("AnomalyClass", anomalyClass)
                .end();
    }

    private static void period(XmlText text, String key) {
        if (PeriodIds.isOne(key)) {
            text.begin("ImpactReport")
                    .begin("DimonaImpactReport")
                    .element("DimonaPeriodId", key)
                    .element("IsLocked", 0)
                    .end()
                    .end();
        }
    }

    @Override
    public byte[] end(Summary summary) {
        return begun ? "\n</NOTIFICATION>\n".getBytes(StandardCharsets.UTF_8) : NOTHING;
    }

    private static ElementText formOf(FileRecord record) {
        try {
            return new ElementText(XmlRecords.document(new ByteArrayInputStream(record.content()), XmlLimits.STANDARD));
        } catch (IOException | XmlRefusedException e) {
            throw new IllegalStateException("a form that was read once can be read again", e);
        }
    }

    private static String digest(byte[] content) {
        return HexFormat.of().formatHex(Sha256.of(content), 0, ENOUGH);
    }
}
