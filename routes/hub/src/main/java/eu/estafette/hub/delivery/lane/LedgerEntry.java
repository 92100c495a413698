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
public record LedgerEntry(long upTo, SortedSet<Long> open) {

    public static final LedgerEntry NOTHING = new LedgerEntry(0, new TreeSet<>());

    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION = 1;

    LedgerEntry(long upTo, Collection<Long> open) {
        this(upTo, new TreeSet<>(open));
    }

    public LedgerEntry {
        open = Collections.unmodifiableSortedSet(new TreeSet<>(open));
    }

    boolean isFinished(long offset) {
        return offset < upTo && !open.contains(offset);
    }

    public boolean isNothing() {
        return upTo == 0;
    }

    /** The form on {@code estafette.ledger.<party>}: {@code {"v":1,"upTo":12,"open":[3,7]}}. */
    public byte[] toBytes() {
        ObjectNode json = JSON.createObjectNode().put("v", VERSION).put("upTo", upTo);
        open.forEach(json.putArray("open")::add);
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
            var open = new TreeSet<Long>();
            for (JsonNode offset : json.path("open")) {
                if (!offset.isIntegralNumber()) {
                    throw new IllegalArgumentException("no ledger entry: open holds something else than offsets");
                }
                open.add(offset.longValue());
            }
            return new LedgerEntry(json.path("upTo").longValue(), open);
        } catch (IOException e) {
            throw new IllegalArgumentException("no ledger entry: not JSON", e);
        }
    }
}
