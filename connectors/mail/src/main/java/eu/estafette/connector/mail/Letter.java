package eu.estafette.connector.mail;

import java.util.List;

/**
 * A notice as a mail, before it is put in MIME.
 *
 * @param id       the notice's: names the mail, the same on every repetition
 * @param thread   names the case for mail programs, so that a case's mails stand together
 * @param calendar entries or cancellations; the first one is what the mail is about
 */
record Letter(
        String id,
        String thread,
        String to,
        String language,
        String subject,
        String text,
        List<CalendarPart> calendar) {

    Letter {
        calendar = List.copyOf(calendar);
    }

    /** Without address and text. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
