package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Consent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What {@code consent.given} or {@code consent.withdrawn} names: categories for roles.
 *
 * @param by whose consent it is
 */
record Permissions(Consent.By by, Set<Category> scope, Set<Role> to) {

    private static final Period UNLESS_SAID = Period.ofMonths(12);

    static Permissions of(Fields data) {
        Consent.By by =
                data.code("by").filter("EMPLOYER"::equals).isPresent() ? Consent.By.EMPLOYER : Consent.By.SUBJECT;
        Set<Category> scope = EnumSet.noneOf(Category.class);
        Arrays.stream(Category.values())
                .filter(category -> data.list("scope").contains(category.name()))
                .forEach(scope::add);
        Set<Role> to = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values())
                .filter(role -> data.list("to").contains(role.name()))
                .forEach(to::add);
        return new Permissions(by, scope, to);
    }

    /** The last day of a consent. */
    static LocalDate until(Fields data, LocalDate today) {
        return data.date("until")
                .orElseGet(() -> data.date("givenOn").orElse(today).plus(UNLESS_SAID));
    }

    List<Consent> given(String key, LocalDate until) {
        List<Consent> given = new ArrayList<>();
        for (Category category : scope) {
            for (Role role : to) {
                given.add(new Consent(key, by, category, role, until, java.util.Optional.empty()));
            }
        }
        return given;
    }

    boolean names(Consent consent) {
        return consent.by() == by && scope.contains(consent.category()) && to.contains(consent.role());
    }

    /** Whether it decides on one of these categories for the role. */
    boolean concerns(Role role, Category category, Consent.By whose) {
        return whose == by && to.contains(role) && scope.contains(category);
    }
}
