package eu.estafette.connector.dimona;

import eu.estafette.kit.xml.XmlText;

/** What every form that answers begins with. */
final class ReplyHeader {

    private ReplyHeader() {}

    static void write(XmlText text, String identification, FormMoment made) {
        text.element("Identification", identification)
                .element("FormCreationDate", made.date())
                .element("FormCreationHour", made.hour())
                .element("AttestationStatus", 0)
                .element("TypeForm", "FA");
    }
}
