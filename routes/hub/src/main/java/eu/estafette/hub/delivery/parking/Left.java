package eu.estafette.hub.delivery.parking;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** What a former owner left of one lane partition: the last value of each key, of notices only where they lie. */
public final class Left {

    private final Map<Shelf, Map<String, SetAside>> shelves = new EnumMap<>(Shelf.class);
    private final Map<String, CaseState> cases = new HashMap<>();
    private final Map<String, Progress> commands = new HashMap<>();
    private PauseState pause = PauseState.FLOWING;
    private final Map<String, String> caseIds = new HashMap<>();

    /** Nothing. */
    public Left() {
        for (Shelf shelf : Shelf.values()) {
            shelves.put(shelf, new HashMap<>());
        }
    }

    /** @param parks whether a case is parked when a notice of it dies */
    public Parking parking(boolean parks) {
        List<SetAside> all = new ArrayList<>();
        shelves.values().forEach(shelf -> all.addAll(shelf.values()));
        return Parking.of(parks, all, cases);
    }

    public PauseState pause() {
        return pause;
    }

    public Orders orders() {
        return new Orders(commands);
    }

    void state(String key, byte @Nullable [] value) {
        if (key.equals(PauseState.KEY)) {
            pause = value == null ? PauseState.FLOWING : PauseState.of(value);
        } else if (Progress.isKey(key)) {
            put(commands, Progress.commandOf(key), value == null ? null : Progress.of(value));
        } else {
            put(cases, key, value == null ? null : CaseState.of(value));
        }
    }

    private static <T> void put(Map<String, T> known, String key, @Nullable T value) {
        if (value == null) {
            known.remove(key);
        } else {
            known.put(key, value);
        }
    }

    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    void shelf(Shelf shelf, ConsumerRecord<byte[], byte[]> record) {
        Map<String, SetAside> known = shelves.get(shelf);
        if (record.value() == null) {
            known.remove(new String(record.key(), StandardCharsets.UTF_8));
        } else {
            SetAside read = FailureHeaders.placeOf(shelf, record);
            // a case's id once, however many of its notices lie here
            String caseId = caseIds.computeIfAbsent(read.caseId(), same -> same);
            known.put(read.noticeId(), new SetAside(shelf, read.noticeId(), caseId, read.offset(), read.at()));
        }
    }
}
