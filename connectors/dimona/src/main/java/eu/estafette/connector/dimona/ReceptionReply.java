package eu.estafette.connector.dimona;

import eu.estafette.kit.file.Reply;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.xml.XmlText;

/** ACRF001: whether a file was received, whatever becomes of its forms. */
record ReceptionReply(String path, FormMoment made) implements Reply {

    /** The hub's own error numbers; what the social security's own mean is not published. */
    static final String READ_BEFORE = "EST-001";

    static final String NO_DECLARATIONS = "EST-002";
    static final String BROKEN_OFF = "EST-003";
    static final String TEST_FILE = "EST-004";

    private static final String SUBMITTED = "1";

    @Override
    public byte[] end(Summary summary) {
        boolean whole = summary.unread().isEmpty();
        boolean received = whole && summary.sameAs().isEmpty();
        XmlText text = new XmlText().declaration().begin("ACRF").begin("Form");
        ReplyHeader.write(text, "ACRF001", made);
        text.begin("FileReference")
                .element("FileName", summary.name())
                .element("ReferenceOrigin", SUBMITTED)
                .end();
        text.begin("ReceptionResult").element("ResultCode", received ? 1 : 0);
        summary.sameAs().ifPresent(before -> text.element("ErrorID", READ_BEFORE));
        summary.unread().ifPresent(issue -> text.element("ErrorID", numberOf(issue, summary)));
        return text.end().end().end().bytes();
    }

    private static String numberOf(Issue issue, Summary summary) {
        if (issue.code().equals(TEST_FILE)) {
            return TEST_FILE;
        }
        return summary.accepted() + summary.refused() > 0 ? BROKEN_OFF : NO_DECLARATIONS;
    }
}
