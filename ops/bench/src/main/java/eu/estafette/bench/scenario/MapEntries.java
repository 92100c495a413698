package eu.estafette.bench.scenario;

import eu.estafette.hub.router.store.CaseEntries;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The entries of all cases in a sorted map. */
public record MapEntries(NavigableMap<String, byte[]> map) implements CaseEntries {

    @Override
    public void scan(String prefix, Consumer<byte[]> entry) {
        map.subMap(prefix, true, prefix + Character.MAX_VALUE, false).values().forEach(entry);
    }

    @Override
    public void each(BiConsumer<String, byte[]> entry) {
        map.forEach(entry);
    }

    @Override
    public void put(Map<String, byte[]> entries) {
        map.putAll(entries);
    }
}
