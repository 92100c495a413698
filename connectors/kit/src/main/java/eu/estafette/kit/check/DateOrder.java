package eu.estafette.kit.check;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** No end before its start, wherever one event holds both. */
final class DateOrder {

    private static final List<Span> SPANS = List.of(
            new Span("startDate", "plannedEnd"),
            new Span("startDate", "actualEnd"),
            new Span("startDate", "endDate"),
            new Span("expectedStart", "plannedEnd"),
            new Span("periodStart", "periodEnd"),
            new Span("firstDay", "expectedReturn"),
            new Span("givenOn", "until"),
            new Span("start", "end"));

    private record Span(String start, String end) {}

    private DateOrder() {}

    static void check(GenericRecord content, Findings findings) {
        for (Span span : SPANS) {
            Comparable<?> start = moment(content, span.start());
            Comparable<?> end = moment(content, span.end());
            if (start != null && end != null && isBefore(end, start)) {
                findings.field(
                        "endBeforeStart",
                        "data." + span.end(),
                        end.toString(),
                        "lies before " + span.start() + ", " + start);
            }
        }
    }

    private static @Nullable Comparable<?> moment(GenericRecord content, String field) {
        return content.getSchema().getField(field) == null ? null : (Comparable<?>) content.get(field);
    }

    @SuppressWarnings("unchecked") // both are of the field's type: dates in all contracts but one, moments in that
    private static boolean isBefore(Comparable<?> end, Comparable<?> start) {
        return ((Comparable<Object>) end).compareTo(start) < 0;
    }
}
