package eu.estafette.acceptance.guarantee;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Three brokers and controllers of one cluster, each a process of Kafka's own, replication 3 and minimum in-sync replicas 2. Which of them
 * leads what is Kafka's affair.
 */
final class ThreeBrokers implements Brokers {

    private static final int NODES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String CLUSTER = "ZXN0YWZldHRlLXRlc3RzLQ";
    private static final Path LIBRARIES =
            Path.of("..", "local", "target", "lib").toAbsolutePath().normalize();

    private final Path folder;
    private final List<Integer> ports;
    private final List<Process> nodes = new ArrayList<>();

    private ThreeBrokers(Path folder, List<Integer> ports) {
        this.folder = folder;
        this.ports = ports;
    }

    /** Returns when all three are members. */
    static ThreeBrokers start(Path folder) throws IOException, InterruptedException {
        var brokers = new ThreeBrokers(folder, freePorts(2 * NODES));
        for (int node = 0; node < NODES; node++) {
            Files.createDirectories(brokers.data(node));
            Files.writeString(brokers.settings(node), brokers.describe(node));
            Process format = brokers.java(
                    node,
                    "kafka.tools.StorageTool",
                    "format",
                    "-t",
                    CLUSTER,
                    "-c",
                    brokers.settings(node).toString());
            if (format.waitFor() != 0) {
                throw new IOException("not formatted: " + Files.readString(brokers.log(node)));
            }
        }
        for (int node = 0; node < NODES; node++) {
            brokers.nodes.add(brokers.run(node));
        }
        brokers.awaitWhole();
        return brokers;
    }

    @Override
    public String address() {
        return IntStream.range(0, NODES).mapToObj(this::clients).collect(Collectors.joining(","));
    }

    void kill(int node) throws InterruptedException {
        nodes.get(node).destroyForcibly().waitFor();
    }

    void restart(int node) throws IOException {
        nodes.set(node, run(node));
    }

    /** Sends a signal to all. */
    void signal(String name) throws IOException, InterruptedException {
        for (Process node : nodes) {
            new ProcessBuilder("kill", "-" + name, Long.toString(node.pid()))
                    .start()
                    .waitFor();
        }
    }

    /** The node that leads most partitions: the one whose loss is felt most. */
    int leader() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            return described(admin).values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .collect(Collectors.groupingBy(
                            partition -> partition.leader().id(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }
    }

    /** Until every node is a member, and every replica in sync. */
    void awaitWhole() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", address()))) {
            await().atMost(PATIENCE).ignoreExceptions().until(() -> isWhole(admin));
        }
    }

    private static boolean isWhole(Admin admin) throws Exception {
        return admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).size() == NODES
                && described(admin).values().stream()
                        .flatMap(topic -> topic.partitions().stream())
                        .allMatch(partition ->
                                partition.isr().size() == partition.replicas().size());
    }

    private static Map<String, TopicDescription> described(Admin admin) throws Exception {
        return admin.describeTopics(admin.listTopics().names().get(5, TimeUnit.SECONDS))
                .allTopicNames()
                .get(5, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        for (Process node : nodes) {
            node.destroyForcibly().waitFor();
        }
    }

    private Process run(int node) throws IOException {
        return java(node, "kafka.Kafka", settings(node).toString());
    }

    private Process java(int node, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                LIBRARIES + File.separator + "*",
                main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(node).toFile())
                .start();
    }

    private String describe(int node) throws IOException {
        String voters = IntStream.range(0, NODES)
                .mapToObj(one -> one + "@127.0.0.1:" + ports.get(NODES + one))
                .collect(Collectors.joining(","));
        return """
                process.roles=broker,controller
                node.id=%d
                log.dirs=%s
                listeners=PLAINTEXT://%s,CONTROLLER://127.0.0.1:%d
                advertised.listeners=PLAINTEXT://%s
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.quorum.voters=%s
                auto.create.topics.enable=false
                log.retention.ms=-1
                offsets.retention.minutes=576000
                message.max.bytes=4194304
                default.replication.factor=3
                min.insync.replicas=2
                offsets.topic.replication.factor=3
                transaction.state.log.replication.factor=3
                transaction.state.log.min.isr=2
                offsets.topic.num.partitions=4
                transaction.state.log.num.partitions=4
                group.initial.rebalance.delay.ms=0
                transaction.abort.timed.out.transaction.cleanup.interval.ms=1000
                broker.session.timeout.ms=6000
                log.cleaner.dedupe.buffer.size=16777216
                log.index.size.max.bytes=1048576
                """.formatted(node, data(node), clients(node), ports.get(NODES + node), clients(node), voters);
    }

    private String clients(int node) {
        return "127.0.0.1:" + ports.get(node);
    }

    private Path data(int node) {
        return folder.resolve("kafka-" + node);
    }

    private Path settings(int node) {
        return folder.resolve("kafka-" + node + ".properties");
    }

    private Path log(int node) {
        return folder.resolve("kafka-" + node + ".log");
    }

    /** Below those that the system gives to outgoing connections: they must be free again after a kill. */
    private static List<Integer> freePorts(int count) throws IOException {
        List<Integer> free = new ArrayList<>();
        for (int port = 21_000 + (int) (System.nanoTime() & 0xfff); free.size() < count; port++) {
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                free.add(socket.getLocalPort());
            } catch (java.net.BindException taken) {
                // the next, then
            }
        }
        return free;
    }
}
