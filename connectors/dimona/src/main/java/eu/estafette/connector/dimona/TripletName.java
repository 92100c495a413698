package eu.estafette.connector.dimona;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file with content is called: {@code FI.DIMN.123456.20260302.00001.R.1.1}. Its signature and its trigger have FS and GO in place of
 * the first two letters.
 *
 * @param prefix      FI for a file that is sent, FO for a reply
 * @param content     DIMN, ACRF, NOTI, IDFLUX
 * @param sender      6 digits
 * @param unique      5 capitals or digits, once per sender and day
 * @param environment R real, T test
 */
record TripletName(String prefix, String content, String sender, LocalDate date, String unique, String environment) {

    static final String DECLARATIONS = "DIMN";
    static final String RECEPTION = "ACRF";
    static final String NOTIFICATION = "NOTI";
    static final String RENUMBERING = "IDFLUX";
    static final String REAL = "R";

    private static final Pattern FORM = Pattern.compile(
            "(FI|FO)\\.(DIMN|ACRF|NOTI|IDFLUX)\\.(\\d{6})\\.(\\d{8})\\.([A-Z0-9]{5})\\.([A-Z])\\.1\\.1");

    /** Empty if it is none of a content that the hub reads. */
    static Optional<TripletName> of(String name) {
        Matcher matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TripletName(
                    matcher.group(1),
                    matcher.group(2),
                    matcher.group(3),
                    LocalDate.parse(matcher.group(4), DateTimeFormatter.BASIC_ISO_DATE),
                    matcher.group(5),
                    matcher.group(6)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String signature() {
        return with("FS", content);
    }

    String trigger() {
        return with("GO", content);
    }

    /** The file that answers this one. */
    TripletName reply(String replyContent) {
        return new TripletName("FO", replyContent, sender, date, unique, environment);
    }

    boolean isTest() {
        return !environment.equals(REAL);
    }

    private String with(String otherPrefix, String otherContent) {
        return String.join(
                ".",
                otherPrefix,
                otherContent,
                sender,
                date.format(DateTimeFormatter.BASIC_ISO_DATE),
                unique,
                environment,
                "1",
                "1");
    }

    @Override
    public String toString() {
        return with(prefix, content);
    }
}
