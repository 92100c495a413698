package eu.estafette.hub.reconciliation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.estafette.hub.reconciliation.Tally.Sum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report in words of the contract: {@code {day, zone, at, number, previous, holds, senders[], receivers[], differences[], attention[]}}. */
final class ReportBody {

    /** More are counted and not listed. */
    private static final int LISTED = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    private ReportBody() {}

    /**
     * @param number   of the report in its chain
     * @param previous hash of the one before, in hexadecimal
     */
    static String of(CountedDay day, Reconciliation.Outcome outcome, Instant at, long number, String previous) {
        Reckoning reckoning = outcome.reckoning();
        List<Difference> differences = outcome.differences();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("day", day.date().toString());
        body.put("zone", CountedDay.ZONE.getId());
        body.put("at", at.toString());
        body.put("number", number);
        body.put("previous", previous);
        body.put("holds", differences.isEmpty());
        body.put("senders", rows(reckoning.senders(), "accepted"));
        body.put("receivers", rows(reckoning.receivers(), "notices"));
        body.put("eventsFromJournalAlone", reckoning.fromJournalAlone());
        body.put("differenceCount", differences.size());
        body.put("differences", differences.stream().limit(LISTED).toList());
        body.put("attention", attention(differences));
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, numbers and texts can be written", e);
        }
    }

    private static <S extends Enum<S>> List<Map<String, Object>> rows(Map<String, Sum<S>> sums, String total) {
        List<Map<String, Object>> rows = new ArrayList<>();
        sums.forEach((party, sum) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("party", party);
            row.put(total, sum.total());
            sum.parts().forEach((state, many) -> row.put(name(state), many));
            row.put("holds", sum.holds());
            rows.add(row);
        });
        return rows;
    }

    /** IN_TRANSIT is inTransit. */
    private static String name(Enum<?> state) {
        return state == EventState.IN_TRANSIT ? "inTransit" : state.name().toLowerCase(Locale.ROOT);
    }

    private static List<Map<String, Object>> attention(List<Difference> differences) {
        return differences.stream()
                .collect(Collectors.groupingBy(Difference::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> Map.<String, Object>of(
                        "code", kind.getKey().name(), "count", kind.getValue(), "text", text(kind.getKey())))
                .toList();
    }

    private static String text(Difference.Kind kind) {
        return switch (kind) {
            case EVENT_LOST -> "accepted event that nothing is known of any more";
            case EVENT_NOT_ACCEPTED -> "event in the journal that was never accepted";
            case EVENT_STATE -> "event that is invalid on its topic and not in the journal";
            case NOTICE_LOST -> "notice that has no end and is nowhere";
            case NOTICE_NOT_JOURNALED -> "notice that the journal does not know";
            case NOTICE_NOT_MADE -> "notice in the journal that was never made";
            case NOTICE_STATE -> "notice of which topics and journal tell different ends";
            case NOTICE_TWICE -> "notice journaled as delivered more than once";
        };
    }
}
