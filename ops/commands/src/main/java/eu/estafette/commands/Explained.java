package eu.estafette.commands;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.table.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a table makes of an event, a line for each row in table order. */
record Explained(String table, EventType event, List<Verdict> verdicts, WhoText who) {

    Explained {
        verdicts = List.copyOf(verdicts);
    }

    List<String> forPeople() {
        Columns columns = new Columns("", "ROW", "ASPECT", "WHY", "DOES", "WITHIN", "WHO");
        for (Verdict verdict : verdicts) {
            Row row = verdict.row();
            columns.add(
                    verdict.fires() ? "fires" : "does not",
                    row.id(),
                    row.aspect(),
                    WhyText.of(verdict),
                    RowText.does(row),
                    RowText.within(row),
                    who.of(row));
        }
        List<String> lines = new ArrayList<>(verdicts.isEmpty() ? List.of() : columns.lines());
        lines.add("%s, %s: %d of %d rows fire."
                .formatted(
                        table,
                        event.shortName(),
                        verdicts.stream().filter(Verdict::fires).count(),
                        verdicts.size()));
        return lines;
    }

    Map<String, Object> forPrograms() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("table", table);
        result.put("event", event.shortName());
        result.put("rows", verdicts.stream().map(this::row).toList());
        return result;
    }

    private Map<String, Object> row(Verdict verdict) {
        Row row = verdict.row();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("row", row.id());
        result.put("fires", verdict.fires());
        result.put("aspect", row.aspect());
        switch (verdict) {
            case Verdict.Always ignored -> result.put("conditions", List.of());
            case Verdict.Weighed weighed ->
                result.put(
                        "conditions",
                        weighed.answers().stream().map(Explained::condition).toList());
            case Verdict.Otherwise otherwise ->
                otherwise.instead().ifPresent(other -> result.put("instead", other.id()));
        }
        result.put("why", WhyText.of(verdict));
        result.put("who", who.of(row));
        result.put("does", RowText.does(row));
        result.put("within", RowText.within(row));
        return result;
    }

    private static Map<String, Object> condition(Verdict.Answer answer) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("fact", answer.condition().fact());
        result.put("value", answer.value());
        result.put(answer.condition().negated() ? "noneOf" : "oneOf", answer.expected());
        result.put("holds", answer.holds());
        return result;
    }
}
