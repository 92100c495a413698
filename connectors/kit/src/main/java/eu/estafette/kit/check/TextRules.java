package eu.estafette.kit.check;

import eu.estafette.domain.catalogue.CodeLists;
import eu.estafette.domain.event.Action;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What a text may be, by the list that its field names, or by record and field where the contract names none. */
final class TextRules {

    private static final Pattern LOCAL_TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    /** Formatting characters hide what a text says; NUL cannot be stored by every database. */
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]|\\p{Cs}");

    private static final Map<String, List<String>> OWN_LISTS = Map.of(
            "ACTION", Arrays.stream(Action.values()).map(Enum::name).toList(),
            "PERSON_SCHEME", List.of("INSZ", "BSN"),
            "PersonNumber.scheme", List.of("INSZ", "BSN"),
            "Party.scheme", List.of("KBO", "KVK", "OIN", "RSIN", "LHN", "NOSS", "ESTAFETTE"),
            "Slot.day", List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU"),
            "GoalProgress.status", List.of("OPEN", "PARTLY", "REACHED"));

    private static final Map<String, String> LIST_OF = Map.of("Text.authorRole", "ROLE", "NoticeAnswered.to", "ROLE");

    private static final Map<String, Integer> LONGEST = Map.of("Text.text", 500, "Envelope.businessKey", 200);

    private final CodeLists lists;

    TextRules(CodeLists lists) {
        this.lists = lists;
    }

    /** What is wrong with a text. */
    record Fault(String code, String detail) {}

    Optional<Fault> faultOf(Schema record, Schema.Field field, String text) {
        String place = record.getName() + "." + field.name();
        int longest = LONGEST.getOrDefault(place, 4000);
        if (text.isBlank()) {
            return fault("required", "is empty");
        }
        if (text.length() > longest) {
            return fault("tooLong", "has " + text.length() + " characters; at most " + longest + " are taken");
        }
        if (UNREADABLE.matcher(text).find()) {
            return fault("unreadableText", "holds control characters or halves of characters");
        }
        if ((place.equals("Slot.from") || place.equals("Slot.to"))
                && !LOCAL_TIME.matcher(text).matches()) {
            return fault("invalidTime", "is no local time; expected HH:mm, such as 08:30");
        }
        return values(place, field.getProp("list"))
                .filter(values -> !values.contains(text))
                .flatMap(values ->
                        fault("unknownValue", "is not in its list; expected one of " + String.join(", ", values)));
    }

    private Optional<List<String>> values(String place, @Nullable String list) {
        String name = list != null ? list : LIST_OF.getOrDefault(place, place);
        return Optional.ofNullable(OWN_LISTS.get(name)).or(() -> lists.values(name));
    }

    private static Optional<Fault> fault(String code, String detail) {
        return Optional.of(new Fault(code, detail));
    }
}
