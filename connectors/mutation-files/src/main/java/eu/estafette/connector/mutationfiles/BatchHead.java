package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.employment.BrusselsTime;
import eu.estafette.kit.file.FileRefusedException;
import eu.estafette.kit.xml.ElementText;
import eu.estafette.kit.xml.XmlContract;
import eu.estafette.kit.xml.XmlContract.Breach;
import eu.estafette.kit.xml.XmlRecords;
import eu.estafette.kit.xml.XmlRefusedException;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What stands before the job seekers of a batch.
 *
 * @param stream   from whom to whom; numbers grow within it
 * @param sequence from 1
 */
record BatchHead(String stream, long sequence, Optional<LocalDateTime> sent) {

    /** The highest that fits into a version beside the order within a file: one file an hour for 239 years. */
    static final long HIGHEST = 2_097_151;

    private static final String SEQUENCE = "sequenceNumber";
    private static final List<String> PARTS = List.of("sender", "receiver", "legalContext", SEQUENCE);

    /** @param records at their beginning; goes on behind the head */
    static BatchHead read(XmlRecords records, XmlContract contract) throws IOException, FileRefusedException {
        Map<String, ElementText> parts = new HashMap<>();
        for (String name : PARTS) {
            Optional<Element> part = next(records);
            if (part.filter(found -> name.equals(found.getLocalName())).isEmpty()) {
                throw Faults.file("required", "has no " + name + " where its schema wants it");
            }
            List<Breach> breaches = contract.breachesOf(part.get());
            if (!breaches.isEmpty()) {
                Breach first = breaches.getFirst();
                throw Faults.file(
                        "invalidContent",
                        "has a " + first.element() + " that is not as the schema wants it (" + first.rule() + ")");
            }
            parts.put(name, new ElementText(part.get()));
        }
        long sequence = Long.parseLong(text(parts, SEQUENCE));
        if (sequence > HIGHEST) {
            throw Faults.file(
                    "sequenceTooHigh",
                    "has a " + SEQUENCE + " above " + HIGHEST
                            + ", the highest by which this hub can tell newer from older");
        }
        String sent = Objects.requireNonNull(parts.get("sender")).text("timestampSent");
        return new BatchHead(who(parts, "sender") + "/" + who(parts, "receiver"), sequence, BrusselsTime.of(sent));
    }

    private static Optional<Element> next(XmlRecords records) throws IOException, FileRefusedException {
        try {
            return records.next();
        } catch (XmlRefusedException e) {
            throw Faults.file(e);
        }
    }

    private static String who(Map<String, ElementText> parts, String name) {
        ElementText who = Objects.requireNonNull(parts.get(name));
        String number = who.text("organizationIdentification", "cbeNumber");
        return number != null
                ? number
                : who.text("organizationIdentification", "sector") + "-"
                        + who.text("organizationIdentification", "institution");
    }

    private static String text(Map<String, ElementText> parts, String name) {
        return Objects.requireNonNull(parts.get(name))
                .element()
                .getTextContent()
                .strip();
    }
}
