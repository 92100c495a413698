package eu.estafette.bench.isolation;

import eu.estafette.bench.cluster.Cluster;
import eu.estafette.bench.cluster.RunFolder;
import eu.estafette.bench.isolation.Feed.Sent;
import eu.estafette.bench.scenario.Dataset;
import eu.estafette.bench.scenario.Encoding;
import eu.estafette.bench.scenario.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.local.registry.LocalRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The delivery to fifty partners at a steady rate, with all of them well and with one of them in trouble, in turn. */
final class IsolationBench {

    private static final Dataset NOTHING = new Dataset(new TreeMap<>(), List.of(), Map.of(), Map.of());

    private final Size size;
    private final PrintWriter progress;

    /** @param perSecond notices to all parties together */
    record Size(int seconds, int perSecond, int rounds) {}

    /** Of one run, in milliseconds from when a notice was due on its lane until its receiver has it; of all parties but the sick one. */
    record Delays(double p50, double p99, int delivered, int missing) {}

    IsolationBench(Size size, PrintWriter progress) {
        this.size = size;
        this.progress = progress;
    }

    /** Per trouble the run with the median p99 of its rounds. */
    Map<Trouble, Delays> run() throws IOException {
        Map<Trouble, List<Delays>> all = new EnumMap<>(Trouble.class);
        try (var folder = RunFolder.make();
                var registry = LocalRegistry.start(folder.of("registry"), 0)) {
            Encoding encoding = Encoding.of(registry.url());
            // what runs first warms the machine for those that follow
            measure(folder, encoding, Trouble.NONE, -1);
            for (int round = 0; round < size.rounds(); round++) {
                List<Trouble> order = new ArrayList<>(Arrays.asList(Trouble.values()));
                Collections.rotate(order, round);
                for (Trouble trouble : order) {
                    Delays delays = measure(folder, encoding, trouble, round);
                    all.computeIfAbsent(trouble, unused -> new ArrayList<>()).add(delays);
                    progress.printf("round %d %s: %s%n", round + 1, trouble, delays);
                    progress.flush();
                }
            }
        }
        Map<Trouble, Delays> medians = new EnumMap<>(Trouble.class);
        all.forEach((trouble, runs) -> medians.put(trouble, median(runs)));
        return medians;
    }

    private Delays measure(RunFolder folder, Encoding encoding, Trouble trouble, int round) throws IOException {
        List<String> parties = Parties.registry().all().stream()
                .map(Party::id)
                .map(Object::toString)
                .toList();
        String sick = parties.getLast();
        try (var partners = new Partners(trouble, sick);
                var cluster = Cluster.start(folder.of("broker-" + trouble + round), NOTHING, 0)) {
            PartyRegistry registry = Deliveries.reaching(partners);
            try (var deliveries = new Deliveries(cluster.bootstrapServers(), encoding, registry)) {
                Map<Sent, Long> due = deliveries.feed(parties, size.seconds() * size.perSecond(), size.perSecond());
                due.keySet().removeIf(notice -> notice.party().equals(sick));
                deliveries.await(() -> partners.arrivals()
                        .keySet()
                        .containsAll(due.keySet().stream().map(Sent::noticeId).toList()));
                return delays(due, partners.arrivals());
            }
        }
    }

    private static Delays delays(Map<Sent, Long> due, Map<String, Long> arrivals) {
        List<Double> arrived = new ArrayList<>();
        due.forEach((notice, at) -> Optional.ofNullable(arrivals.get(notice.noticeId()))
                .ifPresent(arrival -> arrived.add((arrival - at) / 1e6)));
        double[] millis =
                arrived.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new Delays(quantile(millis, 0.50), quantile(millis, 0.99), millis.length, due.size() - millis.length);
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    private static Delays median(List<Delays> runs) {
        return runs.stream()
                .sorted(Comparator.comparingDouble(Delays::p99))
                .toList()
                .get(runs.size() / 2);
    }
}
