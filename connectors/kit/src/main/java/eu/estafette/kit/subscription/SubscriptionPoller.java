package eu.estafette.kit.subscription;

import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Round;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Asks a register about subscribed persons and nobody else, each when its turn comes, no faster than the pace. What an answer comes to and
 * what is remembered of it are one transaction. A person about whom asking fails goes to the end of the queue and holds up nobody.
 */
public final class SubscriptionPoller implements Poller {

    private final String id;
    private final Duration rounds;
    private final Pace pace;
    private final Inquiry inquiry;

    /**
     * @param id     {@link SubscriptionDelivery#pollerId}
     * @param rounds from one round to the next, unless the pace is slower
     */
    public SubscriptionPoller(String id, Duration rounds, Pace pace, Inquiry inquiry) {
        this.id = id;
        this.rounds = rounds;
        this.pace = pace;
        this.inquiry = inquiry;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Duration interval() {
        return pace.between(rounds);
    }

    /** @throws IOException also if the register did not answer about single persons; all others that were due were asked about */
    @Override
    public void poll(Round round) throws IOException {
        Subscribers.takeIn(round);
        Optional<IOException> failure = Optional.empty();
        for (Subscription person : due(round)) {
            if (!round.goesOn()) {
                return;
            }
            try {
                ask(person, round);
            } catch (Inquiry.UnansweredException e) {
                failed(person, round);
                failure = Optional.of(e);
            } catch (IOException e) {
                failed(person, round);
                throw e;
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    private List<Subscription> due(Round round) {
        var slots = new Slots(pace.interval());
        Instant now = round.now();
        return Subscribers.of(round).stream()
                .filter(person -> slots.due(person.caseId(), turn(person, round), now))
                .sorted(Comparator.comparing(person -> turn(person, round).tried()))
                .limit(pace.perRound(rounds))
                .toList();
    }

    private static Turn turn(Subscription person, Round round) {
        return round.state(Subscribers.TURN + person.caseId()).map(Turn::of).orElse(Turn.NEVER);
    }

    private void ask(Subscription person, Round round) throws IOException {
        Instant now = round.now();
        Inquiry.Findings findings = inquiry.ask(person, round.state(Subscribers.MEMORY + person.caseId()), now);
        try (Batch batch = round.begin()) {
            findings.events().forEach(batch::accept);
            findings.asides().forEach(batch::setAside);
            batch.put(Subscribers.MEMORY + person.caseId(), findings.memory());
            batch.put(Subscribers.TURN + person.caseId(), Turn.answeredAt(now).bytes());
            batch.commit();
        }
    }

    private static void failed(Subscription person, Round round) {
        try (Batch batch = round.begin()) {
            batch.put(
                    Subscribers.TURN + person.caseId(),
                    turn(person, round).failed(round.now()).bytes());
            batch.commit();
        }
    }
}
