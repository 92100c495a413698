package eu.estafette.connector.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {

    private RetryAfter() {}

    /** How long to wait from {@code now}; zero for a date that is past, empty for what is neither. */
    static Optional<Duration> read(String value, Instant now) {
        String text = value.strip();
        try {
            return Optional.of(
                    text.matches("\\d{1,18}") ? Duration.ofSeconds(Long.parseLong(text)) : until(date(text), now));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant date(String text) {
        return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    private static Duration until(Instant moment, Instant now) {
        return moment.isAfter(now) ? Duration.between(now, moment) : Duration.ZERO;
    }
}
