package eu.estafette.hub.router.store;

import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where the entries of cases are kept. */
public interface CaseEntries {

    /** Hands over the value of every entry whose key starts with the prefix. */
    void scan(String prefix, Consumer<byte[]> entry);

    /** Hands over every entry of every case, in no order. */
    void each(BiConsumer<String, byte[]> entry);

    /** Stores entries, and removes those without a value. */
    void put(Map<String, byte @Nullable []> entries);
}
