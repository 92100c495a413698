package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.EventType;
import java.util.List;

/** Events that every table must give somebody, or nobody on purpose, to act on in an aspect. */
public record RequiredGroup(String aspect, List<EventType> events) {

    public RequiredGroup {
        events = List.copyOf(events);
    }

    static RequiredGroup parse(CsvRow row) {
        return new RequiredGroup(
                row.cell(0),
                row.words(1).stream().map(name -> EventsParser.type(name, row)).toList());
    }
}
