package eu.estafette.console.mailbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import eu.estafette.console.problem.BadParameterException;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How far a party has read its mailbox: the next offset of each partition of {@code estafette.notices}. Offsets do not change when the
 * read model is rebuilt, and what appears late in one partition is not passed over because another is ahead.
 */
record MailboxCursor(SortedMap<Integer, Long> next) {

    static final MailboxCursor START = new MailboxCursor(new TreeMap<>());

    static MailboxCursor of(String text) {
        try {
            SortedMap<Integer, Long> next = new TreeMap<>();
            for (String part : new String(Base64.getUrlDecoder().decode(text), US_ASCII).split(",", -1)) {
                String[] position = part.split(":", 2);
                next.put(Integer.parseUnsignedInt(position[0]), Long.parseUnsignedLong(position[1]));
            }
            return new MailboxCursor(next);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new BadParameterException("after", text, "Give back the next of an earlier answer, or leave it out.");
        }
    }

    MailboxCursor past(int partition, long offset) {
        SortedMap<Integer, Long> moved = new TreeMap<>(next);
        moved.put(partition, offset + 1);
        return new MailboxCursor(moved);
    }

    Integer[] partitions() {
        return next.keySet().toArray(Integer[]::new);
    }

    Long[] offsets() {
        return next.values().toArray(Long[]::new);
    }

    @Override
    public String toString() {
        String positions = next.entrySet().stream()
                .map(Map.Entry::toString)
                .map(entry -> entry.replace('=', ':'))
                .collect(Collectors.joining(","));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(positions.getBytes(US_ASCII));
    }
}
