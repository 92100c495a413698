package eu.estafette.kit.party;

import eu.estafette.kit.party.Party.QuietHours;
import eu.estafette.kit.party.Party.Region;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The plain settings of a party. */
record PartyValues(YamlSection file, Available available) {

    static final List<String> LANGUAGES = List.of("nl", "fr", "en");

    Optional<String> ruleset() {
        return file.parsed(
                "ruleset",
                "one of "
                        + String.join(
                                ", ", available.rulesets().stream().sorted().toList()),
                name -> require(available.rulesets().contains(name), name));
    }

    Optional<String> language() {
        return file.parsed("language", "nl, fr or en", name -> require(LANGUAGES.contains(name), name));
    }

    Optional<ZoneId> zone() {
        return file.parsed("zone", "a time zone such as Europe/Brussels", ZoneId::of);
    }

    Optional<Duration> outage() {
        return file.parsed("outage", "a duration such as P30D or PT12H", text -> {
            Duration outage = Duration.parse(text);
            return require(outage.isPositive(), outage);
        });
    }

    Optional<Integer> number(String key, int highest) {
        return file.parsed(key, "a whole number from 1 to " + highest, text -> {
            int number = Integer.parseInt(text);
            return require(number >= 1 && number <= highest, number);
        });
    }

    Optional<QuietHours> quietHours() {
        return file.parsed("quiet", "two local times such as \"22:00-06:00\"", text -> {
            String[] times = text.split("-", -1);
            require(times.length == 2 && !times[0].equals(times[1]), text);
            return new QuietHours(LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()));
        });
    }

    List<String> callbacks() {
        return file.parsedList("callbacks", "addresses that start with https:// or http://", text -> {
            URI uri = URI.create(text);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            return require(web && uri.getHost() != null, text);
        });
    }

    static String languageOf(Region region) {
        return switch (region) {
            case FLANDERS, NL -> "nl";
            case BRUSSELS, WALLONIA -> "fr";
        };
    }

    static ZoneId zoneOf(Region region) {
        return ZoneId.of(region == Region.NL ? "Europe/Amsterdam" : "Europe/Brussels");
    }

    private static <T> T require(boolean holds, T value) {
        if (!holds) {
            throw new IllegalArgumentException(String.valueOf(value));
        }
        return value;
    }
}
