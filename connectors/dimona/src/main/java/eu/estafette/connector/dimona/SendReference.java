package eu.estafette.connector.dimona;

import eu.estafette.kit.xml.ElementText;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The reference in a form that the hub sends: {@code 20260302.ABCDE}. Replies repeat it, and it leads back to the file. */
final class SendReference {

    private static final Pattern FORM = Pattern.compile("(\\d{8})\\.([A-Z0-9]{5})");

    private SendReference() {}

    static String of(TripletName file) {
        return file.date().format(DateTimeFormatter.BASIC_ISO_DATE) + "." + file.unique();
    }

    /** The file of declarations a reply is about, by its name or else by its reference. */
    static Optional<TripletName> fileOf(ElementText reply, DimonaAddress address) {
        String name = reply.text("FileReference", "FileName");
        String reference = reply.text("HandledReference", "ReferenceNbr");
        Optional<TripletName> named = name == null ? Optional.empty() : TripletName.of(name);
        return named.or(() -> reference == null ? Optional.empty() : of(reference, address))
                .filter(file -> file.content().equals(TripletName.DECLARATIONS));
    }

    private static Optional<TripletName> of(String reference, DimonaAddress address) {
        Matcher matcher = FORM.matcher(reference);
        return matcher.matches()
                ? TripletName.of(String.join(
                        ".",
                        "FI",
                        TripletName.DECLARATIONS,
                        address.sender(),
                        matcher.group(1),
                        matcher.group(2),
                        address.environment(),
                        "1",
                        "1"))
                : Optional.empty();
    }
}
