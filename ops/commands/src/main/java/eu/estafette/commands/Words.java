package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Codes and times as people read them. */
final class Words {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Words() {}

    /** {@code COACH_ORGANISATION}, {@code DECIDE-REFERRAL} and {@code referral.requested} without their marks. */
    static String plain(String code) {
        return code.replace('_', ' ').replace('-', ' ').replace('.', ' ').toLowerCase(Locale.ROOT);
    }

    static String plain(JsonNode code) {
        return plain(code.asText());
    }

    /** To the minute; a dash where there is none. */
    static String minute(JsonNode instant, ZoneId zone) {
        return instant.isTextual()
                ? MINUTE.format(Instant.parse(instant.asText()).atZone(zone))
                : "-";
    }

    /** To the second; a dash where there is none. */
    static String second(JsonNode instant, ZoneId zone) {
        return instant.isTextual()
                ? SECOND.format(Instant.parse(instant.asText()).atZone(zone))
                : "-";
    }

    /** A party, with the person or desk of it where one is named. */
    static String who(JsonNode item) {
        String party = item.path("party").asText();
        return item.has("person") ? party + "/" + item.path("person").asText() : party;
    }

    /** The text of a field; a dash where there is none. */
    static String orDash(JsonNode value) {
        return value.isMissingNode() || value.isNull() ? "-" : value.asText();
    }
}
