package eu.estafette.bench.scenario;

import eu.estafette.contract.message.CaseClock;
import eu.estafette.contract.message.CaseEntry;
import eu.estafette.contract.message.CaseHead;
import eu.estafette.schemas.Topics;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Cases in which nothing happens but that clocks run, as after a job start. Only their heads are there, which is where clocks are kept; they
 * ring within two years.
 */
public final class WaitingCases {

    private static final List<String> CLOCKS =
            List.of("follow-up-3-months", "follow-up-6-months", "planned-end-minus-30-days", "planned-end-passed");

    /** Numbers of subjects that no measured case has. */
    private static final int FIRST = 10_000_000;

    private static final int DAYS = 700;

    private WaitingCases() {}

    /** The same events on the same cases, beside others in which so many clocks run. */
    public static Dataset beside(Dataset dataset, Routers routers, int clocks) {
        SortedMap<String, byte[]> state = new TreeMap<>(dataset.state());
        byte[] anyHead = dataset.state().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith("/head"))
                .findFirst()
                .orElseThrow()
                .getValue();
        var entry = (CaseEntry) routers.deserializer().deserialize(Topics.CASES, anyHead);
        for (int number = 0; number * CLOCKS.size() < clocks; number++) {
            LocalDate first = LocalDate.ofInstant(Routers.NOW, ZoneOffset.UTC).plusDays(1 + number % DAYS);
            set(entry.getHead(), number, first);
            String subject = Subject.of(FIRST + number, routers.tokens()).key().hex();
            state.put(subject + "/head", routers.serializer().serialize(Topics.CASES, entry));
        }
        return new Dataset(state, dataset.events(), dataset.tallies(), dataset.mix());
    }

    private static void set(CaseHead head, int number, LocalDate first) {
        List<CaseClock> running = new ArrayList<>();
        for (String name : CLOCKS) {
            running.add(new CaseClock(name, "employment", "JOB-" + number, first.plusDays(running.size())));
        }
        head.setRunning(running);
        head.setNextDue(first.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
