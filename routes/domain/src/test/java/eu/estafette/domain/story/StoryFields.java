package eu.estafette.domain.story;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.FieldSpec;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.view.Category;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns {@code startDate=02-27} into a field of the type that the catalogue gives it. */
final class StoryFields {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final Catalogue catalogue;

    StoryFields(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Fields of(EventType type, List<String> words, int year) {
        Fields fields = Fields.NONE;
        for (String word : words) {
            String[] parts = word.split("=", 2);
            FieldSpec spec = Optional.ofNullable(catalogue.event(type).fields().get(parts[0]))
                    .orElseThrow(() -> new IllegalArgumentException(type.shortName() + " has no field " + parts[0]));
            fields = fields.with(parts[0], value(spec, parts[1], year));
        }
        return fields;
    }

    private Object value(FieldSpec spec, String text, int year) {
        return spec.many()
                ? Arrays.stream(text.split(","))
                        .map(one -> single(spec, one, year))
                        .toList()
                : single(spec, text, year);
    }

    private static Object single(FieldSpec spec, String text, int year) {
        return switch (spec.type()) {
            case "date" -> StoryParser.date(text, year);
            case "decimal" -> new BigDecimal(text);
            case "bool" -> Boolean.valueOf(text);
            case "Party" -> new PartyIdentifier(PartyIdentifier.OWN_SCHEME, text, Optional.empty());
            case "PersonNumber" -> Fields.of("scheme", "INSZ").with("number", text);
            case "Text" -> Fields.of("text", text).with("authorRole", "COACH");
            case "timestamp" ->
                LocalDateTime.parse(year + "-" + text).atZone(ZONE).toInstant();
            // the stories abbreviate categories, as the tables do
            case "Coded" -> Code.own(text);
            case "CATEGORY" -> Category.ofAbbreviation(text).map(Category::name).orElse(text);
            default -> spec.codeList() ? Code.own(text) : text;
        };
    }
}
