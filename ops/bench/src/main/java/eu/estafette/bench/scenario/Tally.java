package eu.estafette.bench.scenario;

/**
 * What was written, whoever wrote it and in whatever order. Equal tallies mean equal records: key, value and headers are in the digest.
 *
 * @param entries of the case store's changelog
 * @param invalid events set aside
 */
public record Tally(long journal, long notices, long onLanes, long entries, long invalid, long digest) {

    @Override
    public String toString() {
        return "%d journal entries, %d notices, %d on lanes, %d case entries, %d invalid, digest %016x"
                .formatted(journal, notices, onLanes, entries, invalid, digest);
    }
}
