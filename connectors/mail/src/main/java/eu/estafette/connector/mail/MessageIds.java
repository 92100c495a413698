package eu.estafette.connector.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Message ids made of notice ids, and back. */
final class MessageIds {

    static final String NOTICE_HEADER = "X-Estafette-Notice-Id";

    private static final Pattern NOTICE = Pattern.compile("N[0-9]-[0-9A-Za-z]{20,60}");

    private MessageIds() {}

    static String ofNotice(String noticeId, String domain) {
        return "<" + noticeId + "@" + domain + ">";
    }

    static String ofThread(String thread, String domain) {
        return "<case." + thread + "@" + domain + ">";
    }

    /** The first notice id in a header's value. */
    static Optional<String> noticeIn(String header) {
        Matcher notice = NOTICE.matcher(header);
        return notice.find() ? Optional.of(notice.group()) : Optional.empty();
    }
}
