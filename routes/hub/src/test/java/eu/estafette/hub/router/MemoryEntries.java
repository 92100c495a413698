package eu.estafette.hub.router;

import eu.estafette.hub.router.store.CaseEntries;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Entries of cases that last as long as the test. */
public record MemoryEntries(TreeMap<String, byte[]> bytes) implements CaseEntries {

    public MemoryEntries() {
        this(new TreeMap<>());
    }

    @Override
    public void scan(String prefix, Consumer<byte[]> entry) {
        bytes.tailMap(prefix).forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                entry.accept(value);
            }
        });
    }

    @Override
    public void each(BiConsumer<String, byte[]> entry) {
        bytes.forEach(entry);
    }

    @Override
    public void put(Map<String, byte @Nullable []> changes) {
        changes.forEach((key, value) -> {
            if (value == null) {
                bytes.remove(key);
            } else {
                bytes.put(key, value);
            }
        });
    }
}
