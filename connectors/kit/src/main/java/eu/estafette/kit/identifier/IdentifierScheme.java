package eu.estafette.kit.identifier;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The official numbers of persons and organisations in Belgium and the Netherlands. People type them with dots, dashes and blanks, and
 * spreadsheets eat leading zeros; {@link #check} puts both right before it looks at check digits.
 */
public enum IdentifierScheme {
    /** Belgian person: national register, bis and ter numbers, test persons. */
    INSZ(true) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return InszRule.check(plain, today);
        }
    },
    /** Dutch person. */
    BSN(true) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return ElevenTest.check("BSN", plain);
        }
    },
    /** Dutch legal person. */
    RSIN(false) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return ElevenTest.check("RSIN", plain);
        }
    },
    /** Belgian enterprise or establishment unit. */
    KBO(false) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return BelgianNumbers.kbo(plain);
        }
    },
    /** Belgian employer at the social security office, provisional and former local-authority numbers too. */
    NOSS(false) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return BelgianNumbers.noss(plain);
        }
    },
    /** Dutch organisation that exchanges messages with government. */
    OIN(false) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return DutchNumbers.oin(plain);
        }
    },
    /** Dutch company (8 digits) or establishment (12 digits); has no check digit. */
    KVK(false) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return DutchNumbers.kvk(plain);
        }
    },
    /** Dutch wage-tax number of an employer. */
    LHN(false) {
        @Override
        IdentifierCheck rule(String plain, LocalDate today) {
            return DutchNumbers.lhn(plain);
        }
    };

    private static final Pattern TYPED_BETWEEN = Pattern.compile("[.\\-\\s\\u00A0\\u2010-\\u2015]");
    private static final Map<String, IdentifierScheme> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final boolean person;

    IdentifierScheme(boolean person) {
        this.person = person;
    }

    abstract IdentifierCheck rule(String plain, LocalDate today);

    /** Whether it numbers people: such numbers never leave the payload. */
    public boolean isPerson() {
        return person;
    }

    /**
     * Checks a number as somebody typed it.
     *
     * @param today nobody is born after it
     */
    public IdentifierCheck check(String typed, LocalDate today) {
        return rule(plain(typed), today);
    }

    /** The characters that count: without dots, dashes and blanks, in capitals. */
    static String plain(String typed) {
        return TYPED_BETWEEN.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    }

    public static Optional<IdentifierScheme> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
