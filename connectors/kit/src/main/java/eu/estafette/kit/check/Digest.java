package eu.estafette.kit.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Sha256;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether two messages with one key say the same: SHA-256 over the data in one canonical spelling. Order of fields, blanks, trailing
 * zeros, dots in numbers, and fields that are left out or null make no difference. Person numbers go in as subject keys: a bare hash of one
 * could be found by trying them all.
 */
final class Digest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Tokens tokens;

    Digest(Tokens tokens) {
        this.tokens = tokens;
    }

    byte[] of(Draft draft, SubjectKey subject) {
        SortedMap<String, Object> text = record(draft.content());
        Envelope envelope = draft.envelope();
        put(text, "subject", Optional.of(subject.hex()));
        put(text, "subject.givenName", envelope.subject().givenName());
        put(text, "subject.familyName", envelope.subject().familyName());
        put(text, "occurredOn", envelope.occurredOn().map(Object::toString));
        put(text, "as", envelope.as());
        put(text, "ruleset", envelope.ruleset());
        put(
                text,
                "roles",
                Optional.of(envelope.roles().stream().map(Digest::claim).toList()));
        try {
            return Sha256.of(JSON.writeValueAsBytes(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and lists can always be written", e);
        }
    }

    private SortedMap<String, Object> record(GenericRecord record) {
        SortedMap<String, Object> text = new TreeMap<>();
        if (record.getSchema().getName().equals("PersonNumber")) {
            text.put(
                    "key",
                    tokens.subjectKey((String) record.get("scheme"), (String) record.get("number"))
                            .hex());
            return text;
        }
        for (Field field : record.getSchema().getFields()) {
            put(text, field.name(), value(record.get(field.pos())));
        }
        return text;
    }

    private Optional<Object> value(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case GenericRecord nested -> Optional.of(record(nested));
            case List<?> items ->
                Optional.of(items.stream().flatMap(item -> value(item).stream()).toList());
            case BigDecimal decimal -> Optional.of(decimal.stripTrailingZeros().toPlainString());
            default -> Optional.of(value.toString());
        };
    }

    private static SortedMap<String, Object> claim(Envelope.Claim claim) {
        SortedMap<String, Object> text = new TreeMap<>();
        text.put("role", claim.role());
        text.put("party", claim.party());
        put(text, "person", claim.person());
        put(text, "coachKind", claim.coachKind());
        return text;
    }

    private static void put(SortedMap<String, Object> text, String name, Optional<?> value) {
        value.ifPresent(present -> text.put(name, present));
    }
}
