package eu.estafette.bench.competitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.bench.cluster.Jvm;
import eu.estafette.bench.scenario.Routers;
import eu.estafette.hub.router.Router;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs one competitor over the events of a broker, and prints what was measured as {@code Measured: JSON}. */
@Command(name = "competitor")
public final class CompetitorMain implements Callable<Integer> {

    private static final String MEASURED = "Measured: ";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Option(names = "--contender", required = true)
    private Contender contender = Contender.ESTAFETTE;

    @Option(names = "--kafka", required = true)
    private String kafka = "";

    @Option(names = "--registry", required = true)
    private String registry = "";

    @Option(names = "--state", required = true)
    private Path state = Path.of("");

    @Option(names = "--warm-up", required = true)
    private int warmUp;

    @Option(names = "--measured", required = true)
    private int measured;

    /** In a JVM of its own; returns when all events are routed and it has ended. */
    public static Measurement measure(Task task, List<String> jvmOptions) {
        List<String> arguments = List.of(
                "--contender=" + task.contender(),
                "--kafka=" + task.kafka(),
                "--registry=" + task.registry(),
                "--state=" + task.state(),
                "--warm-up=" + task.warmUp(),
                "--measured=" + task.measured());
        try (var jvm = Jvm.start(CompetitorMain.class, jvmOptions, arguments)) {
            return JSON.readValue(jvm.await(MEASURED), Measurement.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("The competitor's answer is not what this build writes", e);
        }
    }

    /**
     * @param state  folder for what it keeps on disk
     * @param warmUp events before the measured ones
     */
    public record Task(Contender contender, String kafka, String registry, String state, int warmUp, int measured) {}

    public static void main(String... args) {
        System.exit(new CommandLine(new CompetitorMain()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        var meter = new Meter(warmUp, measured);
        Router router = new Routers(registry).router(meter::counting);
        try (Competitor competitor = contender.compete(new Place(kafka, state), router)) {
            competitor.start();
            Measurement measurement = meter.await(competitor::settled);
            System.out.println(MEASURED + JSON.writeValueAsString(measurement));
        }
        return 0;
    }
}
