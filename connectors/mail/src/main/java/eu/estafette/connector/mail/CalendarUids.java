package eu.estafette.connector.mail;

import eu.estafette.contract.message.Notice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names calendar entries. The UID of a step is the same in every notice to one receiver about this step of this object (the domain's
 * identity of a step), and it can be read back: with the SEQUENCE, which is the notice's number in its case, it tells which notice a
 * calendar reply is about, without any memory. Thread-safe.
 */
final class CalendarUids {

    private static final Pattern FORM =
            Pattern.compile("(E[0-9]-[0-9A-Z]+)\\.([a-z0-9-]+)\\.([0-9a-f]{24})\\.([A-Za-z0-9_-]{22})@.+");
    private static final int CLOCK_PARTS = 5;
    private static final int OVERDUE_PARTS = 4;

    private final Seals seals;
    private final String domain;
    private final Catalogue catalogue;

    CalendarUids(Seals seals, String domain) {
        this.seals = seals;
        this.domain = domain;
        this.catalogue = Catalogue.shipped();
    }

    /** Whose entry it is, and in which case. */
    record Entry(String caseRef, String party) {}

    String of(Notice notice, String step) {
        String item = Hash.of(Objects.requireNonNullElse(notice.getPerson(), ""), step, object(notice, step));
        String seal = seals.sign("uid", notice.getCaseRef(), notice.getParty(), item);
        return String.join(".", notice.getCaseRef(), notice.getParty(), item, seal) + "@" + domain;
    }

    /** Empty for a UID that this hub did not make. */
    Optional<Entry> open(String uid) {
        Matcher parts = FORM.matcher(uid.strip());
        return parts.matches() && seals.isGenuine(parts.group(4), "uid", parts.group(1), parts.group(2), parts.group(3))
                ? Optional.of(new Entry(parts.group(1), parts.group(2)))
                : Optional.empty();
    }

    /** What the step is about. The hub's own events name it in their business key. */
    private String object(Notice notice, String step) {
        if (catalogue.steps().isCaseWide(step)) {
            return "";
        }
        String key = notice.getEvent().getBusinessKey();
        Optional<EventType> type = EventType.ofCloudEventType(notice.getEvent().getType());
        if (type.isEmpty()) {
            return key;
        }
        String[] parts = key.split("\\|");
        return switch (type.get()) {
            case CLOCK_RANG -> parts.length >= CLOCK_PARTS ? between(parts, 2) : key;
            case STEP_OVERDUE -> parts.length >= OVERDUE_PARTS ? between(parts, 1) : key;
            default -> type.get().family().code() + "|" + key;
        };
    }

    /** The family at this place and the key behind it, without the date at the end; a key may hold the separator. */
    private static String between(String[] parts, int family) {
        return String.join("|", Arrays.copyOfRange(parts, family, parts.length - 1));
    }
}
