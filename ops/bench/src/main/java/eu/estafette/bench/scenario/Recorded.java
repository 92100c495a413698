package eu.estafette.bench.scenario;

import eu.estafette.hub.router.store.CaseEntries;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Entries whose changes are told to somebody else as well: the changelog.
 *
 * @param log gets each changed entry, in the order of the changes
 */
public record Recorded(CaseEntries entries, BiConsumer<String, byte[]> log) implements CaseEntries {

    @Override
    public void scan(String prefix, Consumer<byte[]> entry) {
        entries.scan(prefix, entry);
    }

    @Override
    public void each(BiConsumer<String, byte[]> entry) {
        entries.each(entry);
    }

    @Override
    public void put(Map<String, byte[]> changes) {
        entries.put(changes);
        changes.forEach(log);
    }
}
