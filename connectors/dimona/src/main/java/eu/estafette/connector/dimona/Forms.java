package eu.estafette.connector.dimona;

import eu.estafette.kit.file.FileFormat.Content;
import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.file.FileFormat.Records;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlContract;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import eu.estafette.kit.xml.XmlText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The forms of one file, each checked against the schema by itself: one that breaks it breaks no other. */
final class Forms implements Records {

    private final XmlRecords records;
    private final XmlContract contract;
    private final Translation translation;
    private int number;

    private Forms(XmlRecords records, XmlContract contract, Translation translation) {
        this.records = records;
        this.contract = contract;
        this.translation = translation;
    }

    /** What is made of forms of one kind. */
    interface Translation {

        /**
         * @param number of the form in its file, from 1
         * @param form   valid by its schema
         * @throws IOException if what it takes cannot be reached now
         */
        Reading of(int number, ElementText form) throws IOException;
    }

    static Forms open(Content content, String root, XmlContract contract, Translation translation)
            throws IOException, FileRefusedException {
        try {
            return new Forms(XmlRecords.open(content.read(), root, XmlLimits.STANDARD), contract, translation);
        } catch (XmlRefusedException e) {
            throw refused(e);
        }
    }

    @Override
    public Optional<FileRecord> next() throws IOException, FileRefusedException {
        Optional<Element> form;
        try {
            form = records.next();
        } catch (XmlRefusedException e) {
            throw refused(e);
        }
        if (form.isEmpty()) {
            return Optional.empty();
        }
        number++;
        return Optional.of(new FileRecord(number, XmlText.of(form.get()), reading(form.get())));
    }

    private Reading reading(Element form) throws IOException {
        List<Issue> breaches = Anomalies.of(contract.breachesOf(form));
        return breaches.isEmpty() ? translation.of(number, new ElementText(form)) : new Reading.Faulty(breaches);
    }

    private static FileRefusedException refused(XmlRefusedException e) {
        return new FileRefusedException(
                new Issue(Stage.SYNTAX, e.code(), "file", "file", Optional.empty(), e.detail()));
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
