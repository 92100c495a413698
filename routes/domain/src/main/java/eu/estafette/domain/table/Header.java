package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.CsvText;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the comment lines at the head of a table say.
 *
 * @param name     unique but for its versions
 * @param parent   the table it extends
 * @param override for which party in which role it wins over its parent
 * @param registers absent if it has those of its parent
 */
record Header(
        String name,
        Optional<String> parent,
        Optional<ForParty> override,
        Validity validity,
        Optional<Registers> registers) {

    /**
     * The register parties that are subscribed to who has a case by this table.
     *
     * @param line where the table names them, from 1
     */
    record Registers(int line, List<PartyId> parties) {

        Registers {
            parties = List.copyOf(parties);
        }
    }

    private static final String REGISTERS = "registers:";

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
        return new Header(name, parent, override, Validity.parse(valid), registers(csv));
    }

    private static Optional<Registers> registers(CsvText csv) {
        return csv.comments().stream()
                .filter(comment -> comment.text().startsWith(REGISTERS))
                .map(comment -> new Registers(
                        comment.line(),
                        Arrays.stream(comment.text()
                                        .substring(REGISTERS.length())
                                        .strip()
                                        .split("[ ,]+"))
                                .filter(id -> !id.isEmpty())
                                .map(PartyId::new)
                                .distinct()
                                .toList()))
                .findFirst();
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
                .filter(role -> role != Role.REGISTER && role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new CellFault(RulesetFault.Kind.UNKNOWN_ROLE, "unknown role " + name));
    }
}
