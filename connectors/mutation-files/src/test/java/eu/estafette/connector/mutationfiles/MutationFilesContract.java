package eu.estafette.connector.mutationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.FileConnectorContract;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** The connector with files of job seekers; whose server it is each test says. */
abstract class MutationFilesContract extends FileConnectorContract {

    @Override
    protected String good(int number) {
        return TestFiles.batch(number, TestFiles.registered(TestFiles.insz(number), "2026-02-27"));
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        // files of one number are one file
        return TestFiles.batch(
                100 + stages.size(),
                TestFiles.deregistered(
                        stages.contains(Stage.IDENTIFIER) ? TestFiles.BROKEN : TestFiles.INSZ,
                        stages.contains(Stage.RULE) ? "2026-03-20" : "2026-01-05",
                        stages.contains(Stage.SYNTAX) ? "27-02-2026" : "2026-02-27"));
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "date";
            case IDENTIFIER -> "ssin";
            case RULE -> "registrationDate";
        };
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of(
                TestFiles.batch(1, TestFiles.registered(TestFiles.INSZ, "2026-02-20")),
                TestFiles.batch(2, TestFiles.deregistered(TestFiles.INSZ, "2026-02-20", "2026-02-27")));
    }

    @Override
    protected String hostile() {
        return good(1).replaceFirst("<n:", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><n:");
    }

    @Override
    protected InboundConnector connector(FolderConnections connections) {
        return new MutationFilesConnector(connections, INTERVAL);
    }

    @Override
    protected Party party() {
        return Parties.register("ksz");
    }

    @Override
    protected String goodFile(int records) {
        return TestFiles.batch(records);
    }

    @Override
    protected String fileWithPoison(int records, int broken) {
        return goodFile(records).replace(TestFiles.insz(broken), TestFiles.BROKEN);
    }

    @Override
    protected void leave(String content, String name) throws IOException {
        partner.put("in/" + name, content);
    }

    @Override
    protected String fileName(int number) {
        return "ksz_publiceerinschrijvingwerkzoekende-0100_202603010600%05d.xml".formatted(number);
    }

    /** One file after the other, each by itself. */
    void read(String... contents) throws IOException {
        for (String content : contents) {
            leave(content, fileName(10_000 + hub.commits()));
            visit();
        }
    }

    CaseEvent only() {
        assertThat(hub.asides()).isEmpty();
        assertThat(hub.events()).hasSize(1);
        return hub.events().getFirst();
    }

    List<String> faults() {
        return hub.asides().stream()
                .flatMap(aside -> aside.issues().stream())
                .map(Issue::code)
                .toList();
    }
}
