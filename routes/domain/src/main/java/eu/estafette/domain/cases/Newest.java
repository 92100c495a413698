package eu.estafette.domain.cases;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What holds of an object of which several lines tell. A later stage of it is laid over an earlier one: its change over its start, its end
 * over both. Of one stage the newest word on a field counts, by the senders' own clocks: so the order of arrival decides nothing.
 */
final class Newest {

    private static final Comparator<LineHistory> BY_STAGE = Comparator.comparing(
                    (LineHistory line) -> line.line().type())
            .thenComparing(line -> line.line().source());

    private Newest() {}

    /** @param standing lines of partners in order of first acceptance */
    static Fields merged(List<LineHistory> standing) {
        if (standing.size() == 1) {
            return standing.getFirst().content();
        }
        List<LineHistory> ordered = new ArrayList<>(standing);
        ordered.sort(BY_STAGE);
        Fields merged = Fields.NONE;
        for (int from = 0, to; from < ordered.size(); from = to) {
            EventType stage = ordered.get(from).line().type();
            to = from + 1;
            while (to < ordered.size() && ordered.get(to).line().type() == stage) {
                to++;
            }
            merged = merged.overlaidBy(ofStage(stage, ordered.subList(from, to)));
        }
        return merged;
    }

    private static Fields ofStage(EventType stage, List<LineHistory> lines) {
        if (lines.size() == 1) {
            return lines.getFirst().content();
        }
        return stage == EventType.EMPLOYMENT_STARTED ? Echoes.merged(lines) : newest(lines);
    }

    private static Fields newest(List<LineHistory> lines) {
        Map<String, LineHistory> by = new LinkedHashMap<>();
        for (LineHistory line : lines) {
            for (String field : line.content().names()) {
                by.merge(field, line, (one, other) -> other.at(field).isBefore(one.at(field)) ? one : other);
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        by.forEach((field, line) -> values.put(field, line.content().values().get(field)));
        return new Fields(values);
    }
}
