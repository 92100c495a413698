package eu.estafette.domain.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A clock that rows or the hub start.
 *
 * @param families what it runs for: words of families, or what the hub alone knows of
 * @param rings    when, by the dates of its object; empty for what the hub counts otherwise
 */
public record ClockSpec(String name, List<String> families, List<ClockRing> rings) {

    public ClockSpec {
        families = List.copyOf(families);
        rings = List.copyOf(rings);
    }

    static ClockSpec parse(CsvRow row) {
        List<String> families =
                row.words(1).stream().filter(word -> !word.equals("or")).toList();
        List<ClockRing> rings = Arrays.stream(row.cell(2).split(";", -1))
                .map(String::strip)
                .map(ClockRing::parse)
                .flatMap(Optional::stream)
                .toList();
        return new ClockSpec(row.cell(0), families, rings);
    }

    public boolean runsFor(String family) {
        return families.contains(family);
    }

    /** How its date is worked out for an object of this family. */
    public Optional<ClockRing> ring(String family) {
        Optional<ClockRing> ofOthers = Optional.empty();
        for (ClockRing ring : rings) {
            if (ring.onlyFor().isEmpty()) {
                ofOthers = ofOthers.isPresent() ? ofOthers : Optional.of(ring);
            } else if (ring.onlyFor().get().equals(family)) {
                return Optional.of(ring);
            }
        }
        return ofOthers;
    }

    /** Whether it goes on ringing. */
    public boolean repeats() {
        for (ClockRing ring : rings) {
            if (ring.every().isPresent()) {
                return true;
            }
        }
        return false;
    }
}
