package eu.estafette.kit.subscription;

import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Round;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is subscribed now: takes what deliveries left, each word once, the later one of a case standing. */
final class Subscribers {

    static final String PERSON = "person/";
    static final String MEMORY = "memory/";
    static final String TURN = "turn/";

    private static final int AT_ONCE = 500;

    private Subscribers() {}

    /** Takes in what was left; durable when it returns. */
    static void takeIn(Round round) {
        List<Map.Entry<String, byte[]>> letters = List.copyOf(round.left().entrySet());
        for (int from = 0; from < letters.size() && round.goesOn(); from += AT_ONCE) {
            takeIn(letters.subList(from, Math.min(from + AT_ONCE, letters.size())), round);
        }
    }

    private static void takeIn(List<Map.Entry<String, byte[]>> letters, Round round) {
        Map<String, Subscription> latest = new HashMap<>();
        try (Batch batch = round.begin()) {
            for (Map.Entry<String, byte[]> letter : letters) {
                Subscription word = Subscription.of(letter.getValue());
                Optional<Subscription> known = Optional.ofNullable(latest.get(word.caseId()))
                        .or(() -> round.state(PERSON + word.caseId()).map(Subscription::of));
                if (known.filter(before -> before.sequence() >= word.sequence()).isEmpty()) {
                    latest.put(word.caseId(), word);
                    note(batch, word, known);
                }
                batch.take(letter.getKey());
            }
            batch.commit();
        }
    }

    /** Who is no longer subscribed, or has another number, is no longer known by what was answered. */
    private static void note(Batch batch, Subscription word, Optional<Subscription> known) {
        batch.put(PERSON + word.caseId(), word.bytes());
        if (known.isPresent() && !known.get().number().equals(word.number())) {
            batch.remove(MEMORY + word.caseId());
            batch.remove(TURN + word.caseId());
        }
    }

    static Collection<Subscription> of(Round round) {
        return round.states(PERSON).values().stream()
                .map(Subscription::of)
                .filter(Subscription::runs)
                .toList();
    }
}
