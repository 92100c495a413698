package eu.estafette.connector.trainingcsv;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.FileConnectorContract;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingCsvConnectorTest extends FileConnectorContract {

    private static final String HEADER = "reference;date;number;status;course";

    /** BSNs that pass the eleven test. */
    private static String bsn(int number) {
        for (int candidate = 100_000_000 + number * 100; ; candidate++) {
            String digits = Integer.toString(candidate);
            int sum = -(digits.charAt(8) - '0');
            for (int at = 0; at < 8; at++) {
                sum += (9 - at) * (digits.charAt(at) - '0');
            }
            if (sum % 11 == 0) {
                return digits;
            }
        }
    }

    private static String line(int number) {
        return "T-" + number + ";2026-03-02;" + bsn(number) + ";ENROLLED;NT2";
    }

    @Override
    protected String good(int number) {
        return HEADER + "\n" + line(number) + "\n";
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        String key = stages.contains(Stage.RULE) ? bsn(1) : "T-1";
        String date = stages.contains(Stage.SYNTAX) ? "2026-02-30" : "2026-03-02";
        String number = stages.contains(Stage.IDENTIFIER) ? "123456789" : bsn(1);
        return HEADER + "\n" + String.join(";", key, date, number, "ENROLLED", "NT2") + "\n";
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "date";
            case IDENTIFIER -> "number";
            case RULE -> "reference";
        };
    }

    @Override
    protected List<String> olderAndNewer() {
        String header = HEADER + ";version;action\n";
        return List.of(
                header + line(1) + ";2;CORRECTION\n",
                header + line(1).replace("ENROLLED", "STOPPED") + ";3;CORRECTION\n");
    }

    @Override
    protected String hostile() {
        return HEADER + "\n\"" + "T-1;".repeat(50_000) + "\n";
    }

    @Override
    protected InboundConnector connector(FolderConnections connections) {
        return new TrainingCsvConnector(connections, INTERVAL);
    }

    @Override
    protected Party party() {
        return Parties.party("cvo-noord", Role.TRAINING);
    }

    @Override
    protected String goodFile(int records) {
        return HEADER + "\r\n"
                + IntStream.rangeClosed(1, records)
                        .mapToObj(TrainingCsvConnectorTest::line)
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    @Override
    protected String fileWithPoison(int records, int broken) {
        return goodFile(records).replace(bsn(broken), "\"" + bsn(broken));
    }

    @Override
    protected void leave(String content, String name) throws IOException {
        partner.put("in/" + name, content);
    }

    @Override
    protected String fileName(int number) {
        return "enrolments-" + number + ".csv";
    }

    private void leaveLines(String... lines) throws IOException {
        partner.put("in/lines.csv", String.join("\n", lines));
    }

    @Test
    void aBadLineComesBackWithFieldAndReasonAndTheOthersComeIn() throws IOException {
        // Given
        leaveLines(
                HEADER + ";hours",
                "T-1;02/03/2026;" + bsn(1) + ";enrolled;NT2;38,5",
                "T-2;2026-02-30;" + bsn(2) + ";ENROLLED;NT2;1",
                "T-3;2026-03-02;123456789;ENROLLED;NT2;1",
                "T-4;2026-03-02;" + bsn(4) + ";;NT2;1");

        // When
        visit();

        // Then
        assertThat(hub.events()).extracting(CaseEvent::getBusinessKey).containsExactly("T-1");
        assertThat(partner.read("out/lines.rejects.csv")
                        .lines()
                        .map(line -> String.join(";", List.of(line.split(";")).subList(0, 3))))
                .containsExactly(
                        "line;field;reason", "3;date;invalidDate", "4;number;invalidPersonNumber", "5;status;required");
        assertThat(partner.read("out/lines.receipt.csv")).contains("lines.csv;PARTIAL;1;3;");
        assertThat(partner.read("out/lines.rejects.csv")).doesNotContain("123456789");
    }

    @Test
    void whatSpreadsheetsWriteIsUnderstood() throws IOException {
        // Given: byte-order mark, commas, dotted number
        partner.put(
                "in/lines.csv",
                "\uFEFFReference,Date,Number,Status,Course\r\nT-1,2026-03-02,"
                        + new StringBuilder(bsn(1)).insert(4, '.').insert(7, '.') + ",ENROLLED,NT2\r\n");
        partner.put(
                "in/windows.csv",
                (HEADER + ";certificate\r\nT-2;2-3-2026;" + bsn(2) + ";COMPLETED;NT2;Frans\u00e9\r\n")
                        .getBytes(Charset.forName("windows-1252")));

        // When
        visit();

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).extracting(CaseEvent::getBusinessKey).containsExactly("T-1", "T-2");
    }

    @Test
    void aFileWithoutItsColumnsIsRefusedAsAWhole() throws IOException {
        // Given
        leaveLines("reference;date;nummer;status", "T-1;2026-03-02;" + bsn(1) + ";ENROLLED");

        // When
        visit();

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(partner.read("out/lines.rejects.csv"))
                .contains("1;header;badHeader;")
                .contains("\"\"nummer\"\" is no column")
                .contains("\"\"course\"\" is missing");
        assertThat(partner.read("out/lines.receipt.csv")).contains("lines.csv;REFUSED;0;0;");
        assertThat(partner.list("in")).isEmpty();
    }

    @Test
    void nothingThatComesBackIsAFormula() throws IOException {
        // Given
        leaveLines(HEADER, "=cmd();2026-03-02;" + bsn(1) + ";=HYPERLINK(1);NT2");
        partner.put("in/=1+1.csv", HEADER + "\n");

        // When
        visit();

        // Then
        for (String file : partner.list("out")) {
            assertThat(partner.read("out/" + file).lines()).noneMatch(line -> List.of(line.split(";")).stream()
                    .anyMatch(value -> value.matches("\"?[=+@-].*")));
        }
    }

    @Test
    void aPartyThatIsNoTrainerIsRefusedAndThatIsJournaled() throws IOException {
        // Given
        Party other = Parties.party("winkel", Role.EMPLOYER);
        hub = new eu.estafette.kit.rig.HubSide(other);
        var poller = connector(connections)
                .pollersOf(other, partner.address("training-csv"), hub.wayIn())
                .getFirst();
        leave(goodFile(1), fileName(1));

        // When
        hub.visit(poller);
        hub.visit(poller);

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.refusals()).containsExactly("senderNotEntitled");
        assertThat(partner.read("out/enrolments-1.rejects.csv")).contains("senderNotEntitled");
    }

    @Test
    void theContentOfTheLinesIsRead() throws IOException {
        // Given
        leaveLines(
                HEADER + ";version;action;expected start;planned end;course name;language",
                "T-1;2026-03-02;" + bsn(1) + ";ENROLLED;NT2;2;correction;2026-04-01;2026-06-30;Dutch;a2");

        // When
        visit();

        // Then
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).singleElement().satisfies(event -> {
            assertThat(event.getAction()).isEqualTo("CORRECTION");
            assertThat(event.getEventVersion()).isEqualTo(2);
            assertThat(event.getParty()).isEqualTo("cvo-noord");
            assertThat(event.getOccurredOn()).hasToString("2026-03-02");
            assertThat(new String(event.getPayload().getOpen().array(), StandardCharsets.UTF_8))
                    .contains("ENROLLED", "NT2", "Dutch", "A2");
        });
    }
}
