package eu.estafette.kit.example;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.party.Role;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.rig.FileConnectorContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that a connector of files promises, by telling the contract what its files look like. */
class AttendanceConnectorTest extends FileConnectorContract {

    private static String line(int number) {
        return "T-" + number + " 2026-03-02 999990342 NT2";
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
