package eu.estafette.domain.catalogue;

import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.Entitlement;
import eu.estafette.domain.view.EntitlementException;
import eu.estafette.domain.view.Entitlements;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code entitlements.csv} and {@code exceptions.csv}. */
final class EntitlementsParser {

    private static final int CATEGORIES = 1;
    private static final int VALUE = 2;
    private static final int RULESETS = 3;

    private EntitlementsParser() {}

    static Entitlements parse(CsvText general, CsvText exceptions) {
        Map<Role, Map<Category, Entitlement>> byRole = new EnumMap<>(Role.class);
        for (CsvRow row : general.rows()) {
            Map<Category, Entitlement> byCategory = new EnumMap<>(Category.class);
            for (int column = 1; column < general.columns().size(); column++) {
                byCategory.put(category(general.columns().get(column), row), entitlement(row.cell(column), row));
            }
            byRole.put(Groups.role(row.cell(0), row), byCategory);
        }
        return new Entitlements(
                byRole,
                exceptions.rows().stream().map(EntitlementsParser::exception).toList());
    }

    private static EntitlementException exception(CsvRow row) {
        Set<Category> categories =
                row.words(CATEGORIES).stream().map(word -> category(word, row)).collect(Collectors.toUnmodifiableSet());
        return new EntitlementException(
                Groups.role(row.cell(0), row),
                categories,
                entitlement(row.cell(VALUE), row),
                Set.copyOf(row.words(RULESETS)));
    }

    private static Category category(String word, CsvRow row) {
        return Category.ofAbbreviation(word).orElseThrow(() -> row.fault("unknown category " + word));
    }

    private static Entitlement entitlement(String letter, CsvRow row) {
        return Entitlement.ofLetter(letter).orElseThrow(() -> row.fault("expected Y, C or -, found '" + letter + "'"));
    }
}
