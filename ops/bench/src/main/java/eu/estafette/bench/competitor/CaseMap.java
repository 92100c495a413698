package eu.estafette.bench.competitor;

import eu.estafette.bench.cluster.Committed;
import eu.estafette.bench.scenario.MapEntries;
import eu.estafette.schemas.Topics;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** The open cases in a map, read from the changelog as after a restart. */
final class CaseMap {

    private CaseMap() {}

    static MapEntries restore(String bootstrapServers) {
        NavigableMap<String, byte[]> map = new ConcurrentSkipListMap<>();
        new Committed(bootstrapServers)
                .read(Topics.CASES::equals, Map.of(), record -> map.put(record.key(), record.value()));
        return new MapEntries(map);
    }
}
