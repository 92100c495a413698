package eu.estafette.domain.fuzz;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.FieldSpec;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyIdentifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Values as the door lets them in: of the field's type, codes of code lists now and then unknown. */
final class RandomValues {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");
    private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    private final Catalogue catalogue;
    private final Chance chance;

    RandomValues(Catalogue catalogue, Chance chance) {
        this.catalogue = catalogue;
        this.chance = chance;
    }

    Object of(FieldSpec spec, LocalDate today) {
        return spec.many()
                ? IntStream.rangeClosed(1, chance.between(1, 3))
                        .mapToObj(ignored -> single(spec, today))
                        .distinct()
                        .toList()
                : single(spec, today);
    }

    private Object single(FieldSpec spec, LocalDate today) {
        return switch (spec.type()) {
            case "date" -> date(spec.name(), today);
            case "decimal" -> new BigDecimal(chance.between(1, 400)).movePointLeft(1);
            case "bool" -> chance.in(0.5);
            case "string" -> "text " + chance.between(1, 3);
            case "Text" -> Fields.of("text", "words").with("authorRole", "COACH");
            case "Party" -> employer();
            case "Coded" -> new Code("ESCO", "C" + chance.between(1, 5), Optional.empty());
            case "timestamp" -> moment(today);
            case "Slot" ->
                Fields.of("day", chance.of(DAYS)).with("from", "09:00").with("to", chance.in(0.5) ? "12:30" : "17:00");
            case "PersonNumber" -> Fields.of("scheme", "BSN").with("number", "999990342");
            case "GoalProgress" -> Fields.of("goal", Code.own("G1")).with("status", "OPEN");
            case "Activity" -> Fields.of("kind", Code.own("TALK")).with("date", today);
            default -> code(spec);
        };
    }

    /** Near the day of the message, planned ends ahead; now and then years away, as typing errors are. */
    private LocalDate date(String field, LocalDate today) {
        if (chance.in(0.01)) {
            return today.plusDays(chance.between(-4000, 4000));
        }
        boolean ahead = field.startsWith("planned") || field.equals("periodEnd") || field.equals("until");
        return today.plusDays(ahead ? chance.between(1, 240) : chance.between(-20, 30));
    }

    private Instant moment(LocalDate today) {
        return today.plusDays(chance.between(-3, 20))
                .atTime(chance.between(7, 19), 30)
                .atZone(ZONE)
                .toInstant();
    }

    private PartyIdentifier employer() {
        return chance.in(0.7)
                ? new PartyIdentifier(PartyIdentifier.OWN_SCHEME, chance.of(RandomParties.EMPLOYERS), Optional.empty())
                : new PartyIdentifier("KVK", "1234567" + chance.between(0, 3), Optional.empty());
    }

    private Object code(FieldSpec spec) {
        List<String> values = catalogue.lists().values(spec.type()).orElseThrow();
        if (!spec.codeList()) {
            return chance.of(values);
        }
        return chance.in(0.03)
                ? new Code(
                        chance.in(0.5) ? Code.OWN_SCHEME : "ELSEWHERE", "NEW-" + chance.between(1, 9), Optional.empty())
                : Code.own(chance.of(values));
    }
}
