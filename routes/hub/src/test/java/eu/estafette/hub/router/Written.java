package eu.estafette.hub.router;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.domain.party.PartyId;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a router wrote, by topic and key, in order; of its store what stands at the end. Two runs of the same can be compared: the places of
 * events, which differ from run to run, are left out.
 */
final class Written {

    private static final PlainAvro AVRO = new PlainAvro();
    private static final Pattern PLACES = Pattern.compile("\"(partition|offset)\": -?\\d+");

    private final Map<String, Map<String, List<String>>> found = new TreeMap<>();

    /** All that came of it without a broker and undisturbed. */
    static Written of(DrivenRouter driver) {
        var written = new Written();
        for (String topic : driver.topics()) {
            for (TestRecord<String, byte[]> record : driver.all(topic)) {
                written.add(topic, record.key(), record.value(), record.headers());
            }
        }
        return written;
    }

    void add(String topic, String key, byte @Nullable [] value, Headers headers) {
        Map<String, List<String>> ofTopic = found.computeIfAbsent(topic, any -> new TreeMap<>());
        switch (topic) {
            case Topics.CASES -> {
                if (value == null) {
                    ofTopic.remove(key);
                } else {
                    ofTopic.put(key, List.of(shown(topic, value)));
                }
            }
            // a case that moves holds places, too; the store says what it holds
            case Topics.EVENTS -> {
                String event = header(headers, "ce_type") + " " + header(headers, "ce_id");
                boolean again = ofTopic.getOrDefault(key, List.of()).contains(event);
                if (!again || !isRaised(event)) {
                    add(ofTopic, key, event);
                }
            }
            case Topics.INVALID ->
                add(
                        ofTopic,
                        header(headers, "estafette.failure.code"),
                        HexFormat.of().formatHex(value));
            default -> add(ofTopic, key, value == null ? "none" : shown(topic, value));
        }
    }

    /** Of several things due in one case, those that are not decided yet when the next look comes are raised again, and found out. */
    private static boolean isRaised(String event) {
        return event.contains("step.notify.overdue") || event.contains("clock.notify.rang");
    }

    /** Whether this is word of something that was raised; nothing else may be told more than once. */
    static boolean isOfRaised(JournalEntry entry) {
        return entry.getEvent() != null
                && entry.getEvent().getSource().equals(PartyId.HUB_SOURCE)
                && List.of("step.overdue", "clock.rang")
                        .contains(entry.getEvent().getType());
    }

    Map<String, Map<String, List<String>>> byTopic() {
        return found;
    }

    private static void add(Map<String, List<String>> ofTopic, String key, String shown) {
        ofTopic.computeIfAbsent(key, any -> new ArrayList<>()).add(shown);
    }

    private static String shown(String topic, byte[] value) {
        return PLACES.matcher(AVRO.deserialize(topic, value).toString()).replaceAll("a place");
    }

    private static String header(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null ? "no " + name : new String(header.value(), StandardCharsets.UTF_8);
    }
}
