package eu.estafette.kit.subscription;

import eu.estafette.kit.party.DeliveryAddress;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How often a register is asked. Settings: {@code interval}, absent: a day; {@code perMinute}, absent: 30.
 *
 * @param interval  between two questions about one person; the persons are spread over it
 * @param perMinute questions, at most
 */
public record Pace(Duration interval, int perMinute) {

    /** The settings' names. */
    public static final Set<String> KEYS = Set.of("interval", "perMinute");

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST = 600;

    public static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>();
        try {
            if (interval(address).compareTo(MINUTE) < 0) {
                faults.add("\"interval\" must be at least PT1M");
            }
        } catch (DateTimeException e) {
            faults.add("\"interval\" must be a duration such as PT24H");
        }
        if (!address.setting("perMinute").orElse("30").matches("[1-9]\\d{0,2}") || perMinute(address) > MOST) {
            faults.add("\"perMinute\" must be a whole number from 1 to " + MOST);
        }
        return faults;
    }

    /** @param address one without faults */
    public static Pace of(DeliveryAddress address) {
        return new Pace(interval(address), perMinute(address));
    }

    private static Duration interval(DeliveryAddress address) {
        return Duration.parse(address.setting("interval").orElse("PT24H"));
    }

    private static int perMinute(DeliveryAddress address) {
        return Integer.parseInt(address.setting("perMinute").orElse("30"));
    }

    /** From one round to the next, so that a round may ask at least once. */
    Duration between(Duration rounds) {
        Duration one = MINUTE.dividedBy(perMinute);
        return rounds.compareTo(one) < 0 ? one : rounds;
    }

    /** How often a round may ask. */
    int perRound(Duration rounds) {
        return Math.max(1, (int) (between(rounds).toMillis() * perMinute / MINUTE.toMillis()));
    }
}
