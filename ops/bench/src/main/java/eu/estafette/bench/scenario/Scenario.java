package eu.estafette.bench.scenario;

import eu.estafette.bench.scenario.CaseCourse.Told;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.event.EventType;
import eu.estafette.hub.router.message.Incoming;
import eu.estafette.hub.router.message.Outgoing;
import eu.estafette.hub.topics.EventHeaders;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Topics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Plays what partners tell and what the hub answers. Cases are opened by a referral, its acceptance and a coach; what follows is measured:
 * job starts and ends, further referrals and coaches, and for each notice that the router sends the receipt that it has arrived. The same
 * seed gives the same events.
 */
public final class Scenario {

    /** Notices on their way to a partner before the receipt of the oldest comes in. */
    private static final int UNDERWAY = 200;

    private final Routers routers;
    private final Reference reference;
    private final EventWriter writer = new EventWriter(Contracts.shipped(), Routers.NOW);
    private final List<CaseCourse> cases = new ArrayList<>();
    private final Deque<Receipt> underway = new ArrayDeque<>();
    private final Places places = new Places();
    private final List<Incoming> events = new ArrayList<>();
    private final Map<String, Integer> mix = new TreeMap<>();

    private Scenario(Routers routers) {
        this.routers = routers;
        this.reference = new Reference(routers);
    }

    /**
     * @param openCases   before the first event
     * @param checkpoints numbers of events of which the tally is wanted; the highest is how many there are
     */
    public static Dataset play(Routers routers, int openCases, Collection<Integer> checkpoints, long seed) {
        return new Scenario(routers).play(openCases, checkpoints, new Random(seed));
    }

    private Dataset play(int openCases, Collection<Integer> checkpoints, Random random) {
        for (int number = 0; number < openCases; number++) {
            open(new CaseCourse(Subject.of(number, routers.tokens())));
        }
        SortedMap<String, byte[]> state = reference.startCounting();
        Map<Integer, Tally> tallies = new HashMap<>();
        int count = checkpoints.stream().mapToInt(Integer::intValue).max().orElseThrow();
        while (events.size() < count) {
            Optional.ofNullable(underway.size() < UNDERWAY ? null : underway.poll())
                    .ifPresentOrElse(this::confirm, () -> tell(cases.get(random.nextInt(cases.size())), random));
            if (checkpoints.contains(events.size())) {
                tallies.put(events.size(), reference.tally());
            }
        }
        return new Dataset(state, events, tallies, mix);
    }

    private void open(CaseCourse course) {
        Subject subject = course.subject();
        CaseEvent.Builder referral = event(subject, course.referral())
                .setRuleset(subject.circle().ruleset())
                .setRoles(subject.circle().claims());
        reference.route(at(subject, referral, 0));
        reference.route(at(subject, event(subject, course.acceptance()), 0));
        reference.route(at(subject, event(subject, course.assignment()), 0));
        cases.add(course);
    }

    private void tell(CaseCourse course, Random random) {
        Told told = course.next(random);
        put(course.subject(), told.type(), event(course.subject(), told));
    }

    private void confirm(Receipt receipt) {
        put(receipt.subject(), EventType.NOTICE_ANSWERED, writer.receipt(receipt));
    }

    private void put(Subject subject, EventType type, CaseEvent.Builder event) {
        Incoming incoming = at(subject, event, places.take(Places.partitionOf(subject.key())));
        events.add(incoming);
        mix.merge(type.shortName(), 1, Integer::sum);
        reference.route(incoming).stream()
                .filter(outgoing -> outgoing.topic().equals(Topics.NOTICES))
                .map(this::notice)
                .forEach(notice -> underway.add(Receipt.of(subject, notice)));
    }

    private CaseEvent.Builder event(Subject subject, Told told) {
        var content = Contents.of(told.type(), subject.circle().coaching(), told.coach());
        return writer.partners(subject, told.party(), told.type(), told.key(), content);
    }

    private Incoming at(Subject subject, CaseEvent.Builder builder, long offset) {
        CaseEvent event =
                builder.setId(subject.number() + "-" + builder.getId()).build();
        byte[] value = routers.serializer().serialize(Topics.EVENTS, event);
        return new Incoming(
                subject.key().hex(), value, EventHeaders.of(event), Places.partitionOf(subject.key()), offset);
    }

    private Notice notice(Outgoing outgoing) {
        return (Notice) routers.deserializer().deserialize(Topics.NOTICES, Objects.requireNonNull(outgoing.value()));
    }
}
