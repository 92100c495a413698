package eu.estafette.kit.example;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.party.Role;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.FileConnectorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that a connector of files promises, by telling the contract what its files look like. */
class AttendanceConnectorTest extends FileConnectorContract {

    private static String line(int number) {
        return "T-" + number + " 2026-03-02 999990342 NT2 1";
    }

    @Override
    protected String good(int number) {
        return line(number) + "\n";
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return good(stages.contains(Stage.RULE) ? 999_990_342 : 1)
                .replace("2026-03-02", stages.contains(Stage.SYNTAX) ? "2-3-26" : "2026-03-02")
                .replace(" 999990342", stages.contains(Stage.IDENTIFIER) ? " 123456789" : " 999990342");
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "day";
            case IDENTIFIER -> "person";
            case RULE -> "reference";
        };
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of("T-1 2026-03-02 999990342 NT2 2\n", "T-1 2026-03-03 999990342 NT2 3\n");
    }

    @Override
    protected String hostile() {
        return "T-1 ".repeat(50_000) + "\n";
    }

    @Override
    protected InboundConnector connector(FolderConnections connections) {
        return new AttendanceConnector(connections, INTERVAL);
    }

    @Override
    protected Party party() {
        return Parties.party("cvo-noord", Role.TRAINING);
    }

    @Override
    protected String goodFile(int records) {
        return IntStream.rangeClosed(1, records)
                .mapToObj(AttendanceConnectorTest::line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    protected String fileWithPoison(int records, int broken) {
        return goodFile(records).replace(line(broken), line(broken).replace(" ", "  "));
    }

    @Override
    protected void leave(String content, String name) throws IOException {
        partner.put("in/" + name, content);
    }

    @Override
    protected String fileName(int number) {
        return "attendance-" + number + ".txt";
    }

    @Test
    void itIsSmall() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/test/java/eu/estafette/kit/example"))) {
            long lines = 0;
            for (Path source : sources.filter(file -> !file.endsWith("AttendanceConnectorTest.java"))
                    .toList()) {
                lines += Files.readAllLines(source).size();
            }
            assertThat(lines).as("lines, as connectors/README.md says").isBetween(50L, 200L);
        }
    }
}
