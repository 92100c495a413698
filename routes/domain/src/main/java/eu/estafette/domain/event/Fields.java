package eu.estafette.domain.event;

import eu.estafette.domain.party.PartyIdentifier;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of an event or object by field name. Values are {@code String}, {@code LocalDate}, {@code Instant}, {@code BigDecimal},
 * {@code Boolean}, {@code Integer}, {@link Code}, {@link PartyIdentifier}, a nested {@code Fields}, or a {@code List} of one of these; an
 * absent field has no entry. Which field has which type is the contract's matter; asking for another type throws
 * {@link ClassCastException}.
 */
public record Fields(Map<String, Object> values) {

    /** A map that nobody else holds, so that it need not be copied once more. */
    private static final class Own extends LinkedHashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        Own(Map<String, Object> values) {
            super(values);
        }
    }

    public static final Fields NONE = new Fields(Map.of());

    public Fields {
        values = Collections.unmodifiableMap(values instanceof Own own ? own : new Own(values));
    }

    public static Fields of(String name, Object value) {
        return new Fields(Map.of(name, value));
    }

    public Fields with(String name, Object value) {
        Own more = new Own(values);
        more.put(name, value);
        return new Fields(more);
    }

    /** These fields, with every field that {@code newer} has in its newer form. */
    public Fields overlaidBy(Fields newer) {
        if (values.isEmpty() || this == newer) {
            return newer;
        }
        Own merged = new Own(values);
        merged.putAll(newer.values);
        return new Fields(merged);
    }

    public boolean has(String name) {
        return values.containsKey(name);
    }

    public Set<String> names() {
        return values.keySet();
    }

    public Optional<String> text(String name) {
        return as(String.class, name);
    }

    public Optional<LocalDate> date(String name) {
        return as(LocalDate.class, name);
    }

    public Optional<Instant> instant(String name) {
        return as(Instant.class, name);
    }

    public Optional<BigDecimal> decimal(String name) {
        return as(BigDecimal.class, name);
    }

    public Optional<Integer> integer(String name) {
        return as(Integer.class, name);
    }

    /** False when absent: an optional flag that nobody set is not set (domain section 6, Facts). */
    public boolean flag(String name) {
        return as(Boolean.class, name).orElse(false);
    }

    public Optional<PartyIdentifier> party(String name) {
        return as(PartyIdentifier.class, name);
    }

    public Optional<Fields> nested(String name) {
        return as(Fields.class, name);
    }

    public List<?> list(String name) {
        return as(List.class, name).map(list -> (List<?>) list).orElse(List.of());
    }

    /** The code of an enum or code-list field, whichever way the contract writes it. */
    public Optional<String> code(String name) {
        return switch (values.get(name)) {
            case null -> Optional.empty();
            case Code code -> Optional.of(code.code());
            case Object other -> Optional.of((String) other);
        };
    }

    private <T> Optional<T> as(Class<T> type, String name) {
        return Optional.ofNullable(values.get(name)).map(type::cast);
    }
}
