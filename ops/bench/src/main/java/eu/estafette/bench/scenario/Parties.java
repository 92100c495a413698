package eu.estafette.bench.scenario;

import static eu.estafette.domain.party.Role.COACH;
import static eu.estafette.domain.party.Role.COACH_ORGANISATION;
import static eu.estafette.domain.party.Role.EMPLOYMENT_SERVICE;
import static eu.estafette.domain.party.Role.REFERRER;
import static eu.estafette.domain.party.Role.WELFARE;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.Member;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.Party.Region;
import eu.estafette.kit.party.PartyRegistry;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Fifty parties in two countries, each with a lane of its own, and the circles that they form. */
public final class Parties {

    /** Of each coach organisation. */
    static final int COACHES = 4;

    private static final int MUNICIPALITIES = 15;
    private static final int WELFARE_CENTRES = 15;
    private static final int COACH_ORGANISATIONS = 18;
    private static final String DESK = "income";

    private Parties() {}

    public static PartyRegistry registry() {
        return registry(id -> DeliveryAddress.OWN_MAILBOX, 1);
    }

    /** @param window calls that may be under way at once, for each party */
    public static PartyRegistry registry(Function<String, DeliveryAddress> address, int window) {
        var reach = new Reach(address, window);
        List<Party> all = new ArrayList<>();
        all.add(reach.party("uwv", Region.NL, Set.of(EMPLOYMENT_SERVICE), List.of()));
        all.add(reach.party("vdab", Region.FLANDERS, Set.of(EMPLOYMENT_SERVICE, REFERRER), List.of()));
        IntStream.range(0, MUNICIPALITIES)
                .forEach(n -> all.add(reach.party(municipality(n), Region.NL, Set.of(REFERRER), List.of(desk()))));
        IntStream.range(0, WELFARE_CENTRES)
                .forEach(
                        n -> all.add(reach.party(welfareCentre(n), Region.FLANDERS, Set.of(WELFARE), List.of(desk()))));
        List<Member> coaches = IntStream.range(0, COACHES)
                .mapToObj(n -> new Member(coach(n), Set.of(COACH), Optional.empty()))
                .toList();
        IntStream.range(0, COACH_ORGANISATIONS)
                .forEach(n -> all.add(reach.party(coaching(n), Region.NL, Set.of(COACH_ORGANISATION), coaches)));
        return new PartyRegistry(all);
    }

    /** Every third case is a Flemish one. */
    static Circle circle(int number) {
        String coaching = coaching(number % COACH_ORGANISATIONS);
        if (number % 3 == 0) {
            String welfare = welfareCentre(number / 3 % WELFARE_CENTRES);
            return new Circle("flanders", "INSZ", "vdab", welfare, DESK, "vdab", coaching);
        }
        String municipality = municipality(number % MUNICIPALITIES);
        return new Circle("netherlands-municipality", "BSN", municipality, municipality, DESK, "uwv", coaching);
    }

    static String coach(int number) {
        return "coach-" + number;
    }

    static String source(String party) {
        return "urn:estafette:party:" + party;
    }

    private static String municipality(int number) {
        return "gemeente-%02d".formatted(number);
    }

    private static String welfareCentre(int number) {
        return "ocmw-%02d".formatted(number);
    }

    private static String coaching(int number) {
        return "jobcoach-%02d".formatted(number);
    }

    private static Member desk() {
        return new Member(DESK, Set.of(WELFARE), Optional.empty());
    }

    /** How the parties are reached. */
    private record Reach(Function<String, DeliveryAddress> address, int window) {

        Party party(String id, Region region, Set<Role> roles, List<Member> members) {
            return new Party(
                    new PartyId(id),
                    Map.of("en", id),
                    region,
                    roles,
                    false,
                    List.of(),
                    List.of(source(id)),
                    address.apply(id),
                    members,
                    List.of(),
                    Optional.empty(),
                    "nl",
                    ZoneId.of("Europe/Brussels"),
                    Duration.ofDays(30),
                    window,
                    Optional.empty(),
                    Optional.empty(),
                    RecordFailure.PARK_CASE,
                    List.of(),
                    1);
        }
    }
}
