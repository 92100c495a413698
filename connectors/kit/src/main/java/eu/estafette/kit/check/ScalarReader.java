package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Reads the single values of a contract other than text. */
final class ScalarReader {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9:.]+([Zz]|[+-][0-9:]+)");

    private final Findings findings;

    ScalarReader(Findings findings) {
        this.findings = findings;
    }

    @Nullable
    Object read(Schema type, JsonNode node, String path) {
        if (isDate(type)) {
            return date(node, path);
        }
        if (type.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return timestamp(node, path);
        }
        if (type.getLogicalType() instanceof Decimal decimal) {
            return decimal(decimal, node, path);
        }
        return switch (type.getType()) {
            case BOOLEAN -> node.isBoolean() ? node.booleanValue() : wrongType(node, path, "true or false");
            case INT ->
                node.canConvertToInt() && node.isIntegralNumber()
                        ? node.intValue()
                        : wrongType(node, path, "a whole number");
            default -> throw new IllegalStateException("no contract has a field of type " + type + ": " + path);
        };
    }

    /** Notes that a value is of another kind; gives nothing, so that a reader can return it. */
    @Nullable
    Object wrongType(JsonNode node, String path, String expected) {
        String kind = node.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
        findings.field("wrongType", path, "is of JSON type " + kind + "; expected " + expected);
        return null;
    }

    private @Nullable Object date(JsonNode node, String path) {
        return node.isTextual() && DATE.matcher(node.textValue()).matches()
                ? parsed(node.textValue(), path, "a date of the calendar, such as 2026-03-16", LocalDate::parse)
                : notDated(node, path, "a date such as 2026-03-16");
    }

    private @Nullable Object timestamp(JsonNode node, String path) {
        return node.isTextual() && TIME.matcher(node.textValue()).matches()
                ? parsed(node.textValue(), path, "a moment such as 2026-03-16T09:30:00+01:00", ScalarReader::instant)
                : notDated(node, path, "a moment with its zone, such as 2026-03-16T09:30:00+01:00");
    }

    private @Nullable Object notDated(JsonNode node, String path, String expected) {
        if (!node.isTextual()) {
            return wrongType(node, path, expected + ", in quotes");
        }
        findings.field("invalidDate", path, node.textValue(), "expected " + expected);
        return null;
    }

    private @Nullable Object parsed(
            String text, String path, String expected, java.util.function.Function<String, Object> parser) {
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            findings.field("invalidDate", path, text, "expected " + expected);
            return null;
        }
    }

    private @Nullable Object decimal(Decimal type, JsonNode node, String path) {
        if (!node.isNumber()) {
            return wrongType(node, path, "a number without quotes");
        }
        // looked at before it is written out: 1E+999999999 would fill the memory
        BigDecimal value = node.decimalValue().stripTrailingZeros();
        int whole = type.getPrecision() - type.getScale();
        if (value.scale() > type.getScale() || value.precision() - value.scale() > whole) {
            findings.field(
                    "wrongType",
                    path,
                    node.asText(),
                    "expected a number of at most " + whole + " digits and " + type.getScale() + " decimals");
            return null;
        }
        return value.setScale(type.getScale());
    }

    static boolean isDate(Schema type) {
        return type.getLogicalType() instanceof LogicalTypes.Date;
    }

    /** A moment as RFC 3339 writes it; empty for anything else. */
    static Optional<Instant> moment(String text) {
        try {
            return TIME.matcher(text).matches() ? Optional.of(instant(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT))
                .toInstant()
                .truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }
}
