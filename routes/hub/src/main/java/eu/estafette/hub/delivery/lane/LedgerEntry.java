package eu.estafette.hub.delivery.lane;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is finished of a lane partition above its committed offset, told by what is not: all below {@code upTo} except {@code open}. That
 * is short, because only notices that were read and wait can be open. An entry holds all that entries before it held, so a new owner
 * needs the last one only.
 */
public record LedgerEntry(long upTo, SortedSet<Long> open, SortedSet<Long> doubt) {

    public static final LedgerEntry NOTHING = new LedgerEntry(0, new TreeSet<>(), new TreeSet<>());

    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION = 1;

    LedgerEntry(long upTo, Collection<Long> open) {
        this(upTo, new TreeSet<>(open), new TreeSet<>());
    }

    public LedgerEntry {
        open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
        doubt = Collections.unmodifiableSortedSet(new TreeSet<>(doubt));
    }

    /** @param offsets of notices, also of such as were set aside, that their receiver may have though it is not known */
    LedgerEntry inDoubt(SortedSet<Long> offsets) {
        return new LedgerEntry(upTo, open, offsets);
    }

    boolean isFinished(long offset) {
        return offset < upTo && !open.contains(offset);
    }

    public boolean isNothing() {
        return upTo == 0 && doubt.isEmpty();
    }

    /** The form on {@code estafette.ledger.<party>}: {@code {"v":1,"upTo":12,"open":[3,7],"doubt":[3]}}, the last only where there is any. */
    public byte[] toBytes() {
        ObjectNode json = JSON.createObjectNode().put("v", VERSION).put("upTo", upTo);
        open.forEach(json.putArray("open")::add);
        if (!doubt.isEmpty()) {
            doubt.forEach(json.putArray("doubt")::add);
        }
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of numbers can always be written", e);
        }
    }

    /** @throws IllegalArgumentException if this is no ledger entry of a version known here; the lane must not start then */
    public static LedgerEntry of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.path("v").asInt() != VERSION
                    || !json.path("upTo").isIntegralNumber()
                    || !json.path("open").isArray()) {
                throw new IllegalArgumentException("no ledger entry of version " + VERSION);
            }
            return new LedgerEntry(
                    json.path("upTo").longValue(), offsets(json.path("open")), offsets(json.path("doubt")));
        } catch (IOException e) {
            throw new IllegalArgumentException("no ledger entry: not JSON", e);
        }
    }

    private static SortedSet<Long> offsets(JsonNode list) {
        var offsets = new TreeSet<Long>();
        for (JsonNode offset : list) {
            if (!offset.isIntegralNumber()) {
                throw new IllegalArgumentException("no ledger entry: it holds something else than offsets");
            }
            offsets.add(offset.longValue());
        }
        return offsets;
    }
}
