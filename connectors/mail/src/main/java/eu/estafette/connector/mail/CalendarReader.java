package eu.estafette.connector.mail;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what calendar programs send back. Takes nothing for granted: any of it may be broken. */
final class CalendarReader {

    private static final Logger log = LoggerFactory.getLogger(CalendarReader.class);
    private static final String PART = "text/calendar";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX", Locale.ROOT);
    private static final String MAILTO = "mailto:";

    /** @throws UnreadableException if it is no REPLY or COUNTER with an entry of one attendee */
    List<CalendarReply> read(String text) throws UnreadableException {
        Calendar calendar = parse(text);
        String method = calendar.<Property>getProperty(Property.METHOD)
                .map(Property::getValue)
                .orElse("")
                .toUpperCase(Locale.ROOT);
        CalendarReply.Method known =
                switch (method) {
                    case "REPLY" -> CalendarReply.Method.REPLY;
                    case "COUNTER" -> CalendarReply.Method.COUNTER;
                    default ->
                        throw new UnreadableException(
                                "methodNotTaken", "METHOD", "is not REPLY or COUNTER, the answers to an invitation");
                };
        List<VEvent> entries = calendar.getComponents("VEVENT");
        if (entries.isEmpty()) {
            throw new UnreadableException("required", "VEVENT", "is missing");
        }
        List<CalendarReply> replies = new ArrayList<>();
        for (VEvent entry : entries) {
            replies.add(read(known, entry));
        }
        return replies;
    }

    private static Calendar parse(String text) throws UnreadableException {
        try {
            return new CalendarBuilder().build(new StringReader(text));
        } catch (IOException | ParserException | RuntimeException e) {
            log.debug("a calendar cannot be read", e);
            throw new UnreadableException("invalidCalendar", PART, "is no calendar that can be read");
        }
    }

    private static CalendarReply read(CalendarReply.Method method, VEvent entry) throws UnreadableException {
        try {
            return reply(method, entry);
        } catch (RuntimeException e) {
            // the library reads some values only when they are asked for, and meets broken ones in its own ways
            log.debug("a calendar entry cannot be read", e);
            throw new UnreadableException("invalidCalendar", "VEVENT", "holds a value that cannot be read");
        }
    }

    private static CalendarReply reply(CalendarReply.Method method, VEvent entry) throws UnreadableException {
        List<Property> attendees = entry.getProperties(Property.ATTENDEE);
        if (attendees.size() != 1) {
            throw new UnreadableException(
                    "attendee", "ATTENDEE", "is there " + attendees.size() + " times; who answers must be named once");
        }
        Property attendee = attendees.getFirst();
        return new CalendarReply(
                method,
                value(entry, Property.UID).orElseThrow(() -> new UnreadableException("required", "UID", "is missing")),
                sequence(entry),
                stamp(entry),
                address(attendee.getValue()),
                attendee.<Parameter>getParameter(Parameter.PARTSTAT)
                        .map(Parameter::getValue)
                        .orElse("NEEDS-ACTION")
                        .toUpperCase(Locale.ROOT),
                method == CalendarReply.Method.COUNTER ? start(entry) : Optional.empty(),
                value(entry, Property.COMMENT));
    }

    private static int sequence(VEvent entry) throws UnreadableException {
        String sequence = value(entry, Property.SEQUENCE).orElse("0").strip();
        if (!sequence.matches("[0-9]{1,9}")) {
            throw new UnreadableException("invalidSequence", "SEQUENCE", "is no number");
        }
        return Integer.parseInt(sequence);
    }

    private static Optional<Instant> stamp(VEvent entry) {
        try {
            return value(entry, Property.DTSTAMP).map(stamp -> Instant.from(STAMP.parse(stamp)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> start(VEvent entry) {
        return entry.<Property>getProperty(Property.DTSTART)
                .map(start ->
                        start instanceof DateProperty<?> date ? String.valueOf(date.getDate()) : start.getValue());
    }

    private static Optional<String> value(VEvent entry, String property) {
        return entry.<Property>getProperty(property)
                .map(Property::getValue)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String address(String attendee) {
        String small = attendee.strip().toLowerCase(Locale.ROOT);
        return small.startsWith(MAILTO) ? small.substring(MAILTO.length()) : small;
    }
}
