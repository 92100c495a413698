package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.CsvText;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the comment lines at the head of a table say.
 *
 * @param name     unique but for its versions
 * @param parent   the table it extends
 * @param override for which party in which role it wins over its parent
 */
record Header(String name, Optional<String> parent, Optional<ForParty> override, Validity validity) {

    static Header parse(CsvText csv) {
        String name = value(csv, "ruleset")
                .orElseThrow(() -> new CellFault(RulesetFault.Kind.HEADER, "needs a line: # ruleset NAME"));
        String valid = value(csv, "valid")
                .orElseThrow(() -> new CellFault(RulesetFault.Kind.VALIDITY, "needs a line: # valid FROM..TO"));
        Optional<ForParty> override = value(csv, "for").map(Header::forParty);
        Optional<String> parent = value(csv, "extends");
        if (override.isPresent() && parent.isEmpty()) {
            throw new CellFault(RulesetFault.Kind.HEADER, "an override needs a line: # extends NAME");
        }
        return new Header(name, parent, override, Validity.parse(valid));
    }

    private static Optional<String> value(CsvText csv, String key) {
        return csv.comments().stream()
                .map(CsvText.Comment::text)
                .filter(text -> text.startsWith(key + " "))
                .map(text -> text.substring(key.length()).strip())
                .findFirst();
    }

    private static ForParty forParty(String text) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            throw new CellFault(RulesetFault.Kind.HEADER, "expected ROLE=party, found '" + text + "'");
        }
        return new ForParty(
                role(text.substring(0, equals).strip()),
                new PartyId(text.substring(equals + 1).strip()));
    }

    static Role role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CellFault(RulesetFault.Kind.UNKNOWN_ROLE, "unknown role " + name));
    }
}
