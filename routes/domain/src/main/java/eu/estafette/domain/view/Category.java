package eu.estafette.domain.view;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a field reveals about a person. Entitlements go by category, never by field (domain section 3). */
public enum Category {
    NONE("-"),
    IDENTITY("ID"),
    CONTACT("CO"),
    REFERRAL("RE"),
    EMPLOYMENT("EM"),
    TRAINING("TR"),
    BENEFIT("BE"),
    COACHING_PLAN("PL"),
    COACHING_PRIVATE("PR"),
    SIGNAL_FACT("SF"),
    SIGNAL_CONTENT("SC"),
    HEALTH("HE"),
    LOCATION("LO"),
    JUDGEMENT("JU"),
    FREE_TEXT("FT");

    private static final Map<String, Category> BY_ABBREVIATION =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Category::abbreviation, category -> category));

    private final String abbreviation;

    Category(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    /** Two letters, as in {@code events.csv} and {@code entitlements.csv}; {@code -} for none. */
    public String abbreviation() {
        return abbreviation;
    }

    public static Optional<Category> ofAbbreviation(String abbreviation) {
        return Optional.ofNullable(BY_ABBREVIATION.get(abbreviation));
    }
}
