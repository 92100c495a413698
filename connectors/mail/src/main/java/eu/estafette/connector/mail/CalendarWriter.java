package eu.estafette.connector.mail;

import eu.estafette.contract.message.Notice;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.StepTexts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Transp;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Due dates as calendar entries: half an hour at nine in the party's zone, which does not count as busy. The SEQUENCE is the notice's number
 * in its case and so grows from notice to notice. A repeated call writes the same octets.
 */
final class CalendarWriter {

    private static final String REQUEST = "REQUEST";
    private static final String CANCEL = "CANCEL";
    private static final String WITHDRAWN = "withdrawn";
    private static final LocalTime BEGIN = LocalTime.of(9, 0);
    private static final int MINUTES = 30;
    private static final int UNFOLDED = Integer.MAX_VALUE / 2;

    private final MailIdentity identity;
    private final CalendarUids uids;
    private final AskableSteps askable;
    private final TimeZoneRegistry zones = TimeZoneRegistryFactory.getInstance().createRegistry();
    private final MailTexts texts = MailTexts.shipped();

    CalendarWriter(MailIdentity identity, CalendarUids uids, AskableSteps askable) {
        this.identity = identity;
        this.uids = uids;
        this.askable = askable;
    }

    /** The due date of what is asked, or the cancellations of what no longer is; mostly one or none. */
    List<CalendarPart> write(Delivery delivery, String to) {
        Notice notice = delivery.notice();
        if (notice.getStep() != null && notice.getStep().getDue() != null) {
            LocalDate due = notice.getStep().getDue();
            return List.of(part(REQUEST, delivery, to, notice.getStep().getCode(), due));
        }
        return notice.getView().equals(WITHDRAWN) ? cancellations(delivery, to) : List.of();
    }

    private List<CalendarPart> cancellations(Delivery delivery, String to) {
        Notice notice = delivery.notice();
        Optional<Role> role = Arrays.stream(Role.values())
                .filter(known -> known.name().equals(notice.getForRole()))
                .findFirst();
        return EventType.ofCloudEventType(notice.getEvent().getType()).stream()
                .flatMap(type -> role.stream().flatMap(known -> askable.of(type, known).stream()))
                .sorted()
                .map(step -> part(CANCEL, delivery, to, step, notice.getEvent().getOccurredOn()))
                .toList();
    }

    private CalendarPart part(String method, Delivery delivery, String to, String step, LocalDate day) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Estafette//Mail//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Method(method));
        ZonedDateTime begin = day.atTime(BEGIN).atZone(delivery.party().zone());
        Optional<TimeZone> zone = known(begin.getZone().getId());
        zone.ifPresent(described -> calendar.add(named(described.getVTimeZone(), begin.getZone())));
        VEvent entry = entry(method, delivery, to, step);
        if (zone.isPresent()) {
            time(entry, begin, begin.plusMinutes(MINUTES));
        } else {
            // a zone without a name, such as +01:00, has no description that calendars know
            time(entry, begin.toInstant(), begin.plusMinutes(MINUTES).toInstant());
        }
        calendar.add(entry);
        return new CalendarPart(method, Folding.fold(text(calendar)));
    }

    /** The library describes a zone that follows another one, as Amsterdam follows Brussels, by the other one's name. */
    private static VTimeZone named(VTimeZone described, ZoneId zone) {
        VTimeZone named = described.copy();
        named.replace(new TzId(zone.getId()));
        return named;
    }

    /** The library fails on a zone that it has no file for. */
    private Optional<TimeZone> known(String zone) {
        return CalendarOutputter.class.getResource("/zoneinfo/" + zone + ".ics") == null
                ? Optional.empty()
                : Optional.of(zones.getTimeZone(zone));
    }

    private static <T extends Temporal> void time(VEvent entry, T begin, T end) {
        entry.add(new DtStart<>(begin));
        entry.add(new DtEnd<>(end));
    }

    private VEvent entry(String method, Delivery delivery, String to, String step) {
        Notice notice = delivery.notice();
        String language = delivery.party().language();
        VEvent entry = new VEvent(false);
        entry.add(new Uid(uids.of(notice, step)));
        entry.add(new Sequence(notice.getSequence()));
        entry.add(new DtStamp(notice.getCreatedAt()));
        entry.add(new Summary(texts.text(language, "entry", StepTexts.shipped().text(step, language))));
        entry.add(new Description(texts.text(language, "mailbox") + " " + identity.mailbox()));
        entry.add(new Organizer(URI.create("mailto:" + identity.from())));
        entry.add(attendee(method, to));
        entry.add(new Transp(Transp.VALUE_TRANSPARENT));
        entry.add(new Status(method.equals(CANCEL) ? Status.VALUE_CANCELLED : Status.VALUE_CONFIRMED));
        return entry;
    }

    private static Property attendee(String method, String to) {
        Attendee attendee = new Attendee(URI.create("mailto:" + to));
        return method.equals(CANCEL)
                ? attendee
                : attendee.<Attendee>add(PartStat.NEEDS_ACTION).add(Rsvp.TRUE);
    }

    private static String text(Calendar calendar) {
        try (StringWriter text = new StringWriter()) {
            new CalendarOutputter(false, UNFOLDED).output(calendar, text);
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
    }
}
