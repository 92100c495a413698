package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.file.FileFormat.FileRecord;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.file.FileFormat.Records;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import eu.estafette.kit.xml.XmlText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.w3c.dom.Element;

/** The records of one file, each by itself: one that breaks breaks no other. One that tells two things counts as two. */
final class MutationRecords implements Records {

    private final XmlRecords records;
    private final Translation translation;
    private final Deque<FileRecord> read = new ArrayDeque<>();
    private int number;

    /** @param records closed with this */
    MutationRecords(XmlRecords records, Translation translation) {
        this.records = records;
        this.translation = translation;
    }

    /** What is made of the records of one kind of file. */
    interface Translation {

        /** What it tells, in order; each is told the number it gets. */
        List<IntFunction<Reading>> of(ElementText record);
    }

    @Override
    public Optional<FileRecord> next() throws IOException, FileRefusedException {
        while (read.isEmpty()) {
            Optional<Element> element;
            try {
                element = records.next();
            } catch (XmlRefusedException e) {
                throw Faults.file(e);
            }
            if (element.isEmpty()) {
                return Optional.empty();
            }
            byte[] content = XmlText.of(element.get());
            for (IntFunction<Reading> told : translation.of(new ElementText(element.get()))) {
                number++;
                read.add(new FileRecord(number, content, told.apply(number)));
            }
        }
        return Optional.of(read.remove());
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
