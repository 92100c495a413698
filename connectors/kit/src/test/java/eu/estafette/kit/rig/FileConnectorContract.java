package eu.estafette.kit.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Rereading.Reread;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.rig.HubSide.Killed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every connector promises whose partners leave files. A connector's own test extends this and says what its files look like; what it
 * adds is the format's own.
 */
public abstract class FileConnectorContract extends MessageContract {

    /** Long against a test, so that a poller never visits by itself. */
    protected static final Duration INTERVAL = Duration.ofHours(1);

    protected FolderConnections connections;
    protected FilePartner partner;
    protected HubSide hub;
    private Poller poller;

    /** The connector under test. */
    protected abstract InboundConnector connector(FolderConnections connections);

    /** Who leaves the files. */
    protected abstract Party party();

    /** A complete file of so many good records, each about another person. */
    protected abstract String goodFile(int records);

    /** The same with the record of this number broken; the file is whole otherwise. */
    protected abstract String fileWithPoison(int records, int broken);

    /** Leaves it so that it counts as complete once it has stood still. */
    protected abstract void leave(String content, String name) throws IOException;

    /** What a file is called. */
    protected abstract String fileName(int number);

    /** Whose server it is; SFTP unless a test says otherwise. */
    protected FilePartner partnerIn(Path folder) throws IOException, GeneralSecurityException {
        return new SftpPartner(folder);
    }

    @BeforeEach
    void open(@TempDir Path folder) throws IOException, GeneralSecurityException {
        connections = new FolderConnections();
        partner = partnerIn(folder);
        hub = new HubSide(party());
        poller = poller();
    }

    @AfterEach
    void close() throws IOException {
        connections.close();
        partner.close();
    }

    private int told;

    @Override
    protected Told tell(String message) throws IOException {
        int before = refusals().size();
        String name = fileName(90_000 + ++told);
        leave(message, name);
        try {
            visit();
        } catch (IntakeUnavailableException e) {
            // the next round tries again
        }
        if (partner.list("in").contains(name)) {
            return Told.NOT_NOW;
        }
        return refusals().size() > before ? Told.REFUSED : Told.TAKEN;
    }

    private List<SetAside> refusals() {
        return hub.asides().stream()
                .filter(aside -> aside.part() != SetAside.REMARK)
                .toList();
    }

    @Override
    protected void kafkaIs(boolean away) {
        hub.away(away);
    }

    @Override
    protected List<CaseEvent> events() {
        return hub.events();
    }

    @Override
    protected Optional<byte[]> original(CaseEvent event) {
        return hub.original(new OriginalRef(event.getDataref()));
    }

    @Override
    protected List<String> faultyFields() {
        return refusals().getLast().issues().stream().map(Issue::name).toList();
    }

    private Poller poller() {
        InboundConnector connector = connector(connections);
        return connector
                .pollersOf(party(), partner.address(connector.name()), hub.wayIn())
                .getFirst();
    }

    /** Visits until what stands there has stood still. */
    protected void visit() throws IOException {
        hub.visit(poller);
        hub.visit(poller);
    }

    /** What a process that starts now knows: only what is committed. */
    protected void restart() {
        poller = poller();
    }

    protected List<String> ids() {
        return hub.events().stream().map(CaseEvent::getId).toList();
    }

    @Test
    void everyRecordBecomesOneEventThatNamesItsOriginal() throws IOException {
        // Given
        String content = goodFile(3);
        leave(content, fileName(1));

        // When
        visit();

        // Then
        assertThat(hub.events()).hasSize(3).allSatisfy(event -> assertThat(
                        hub.original(new OriginalRef(event.getDataref())).orElseThrow())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .isEqualTo(content));
        assertThat(partner.list("in")).isEmpty();
        assertThat(partner.list("done")).contains(fileName(1));
    }

    @Test
    void aPoisonRecordStandsAside() throws IOException {
        // Given
        leave(fileWithPoison(3, 2), fileName(1));

        // When
        visit();

        // Then
        assertThat(hub.events()).hasSize(2);
        assertThat(hub.asides()).singleElement().satisfies(aside -> {
            assertThat(aside.content()).isNotEmpty();
            assertThat(aside.issues()).isNotEmpty();
            assertThat(aside.toString())
                    .doesNotContain(new String(aside.content(), java.nio.charset.StandardCharsets.UTF_8));
        });
        assertThat(partner.list("in")).isEmpty();
    }

    @Test
    void aPartReadAgainFromItsOriginalIsTheSameEventOrAsPoisonousAsBefore(@TempDir Path folder) throws IOException {
        // Given
        leave(fileWithPoison(3, 2), fileName(1));
        visit();
        SetAside poison = hub.asides().getFirst();
        Path content = Files.write(
                folder.resolve("original"), hub.original(poison.original()).orElseThrow());

        // When, Then
        for (String id : ids()) {
            int part = Integer.parseInt(id.substring(id.lastIndexOf('-') + 1));
            assertThat(hub.readAgain(poller, poison.original(), content, part))
                    .isInstanceOfSatisfying(Reread.Part.class, again -> assertThat(again.screened())
                            .isInstanceOfSatisfying(Screened.Fit.class, fit -> assertThat(
                                            fit.accepted().event().getId())
                                    .isEqualTo(id)));
        }
        assertThat(hub.readAgain(poller, poison.original(), content, poison.part()))
                .isInstanceOfSatisfying(Reread.Part.class, again -> {
                    assertThat(again.content()).isEqualTo(poison.content());
                    assertThat(again.screened()).isEqualTo(new Screened.Unfit(poison.issues()));
                });
        assertThat(hub.readAgain(poller, poison.original(), content, 999_999)).isEqualTo(new Reread.NoSuchPart());
    }

    @Test
    void aFileThatStillGrowsIsLeftAlone() throws IOException {
        // Given
        String content = goodFile(3);
        leave(content.substring(0, content.length() / 2), fileName(1));
        hub.visit(poller);

        // When: between two looks there is more of it each time
        leave(content.substring(0, content.length() - 5), fileName(1));
        hub.visit(poller);

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides()).isEmpty();
        leave(content, fileName(1));
        visit();
        assertThat(hub.events()).hasSize(3);
    }

    @Test
    void aCrashAtAnyCommitNeitherLosesNorDoublesARecord() throws IOException {
        // Given
        leave(goodFile(1_100), fileName(1));
        visit();
        List<String> undisturbed = ids();
        int commits = hub.commits();
        assertThat(undisturbed).hasSize(1_100).doesNotHaveDuplicates();

        for (boolean committed : new boolean[] {false, true}) {
            for (int at = 1; at <= commits; at++) {
                // When
                hub = new HubSide(party());
                leave(goodFile(1_100), fileName(1));
                restart();
                hub.visit(poller);
                hub.killAtCommit(at, committed);
                assertThatThrownBy(() -> hub.visit(poller)).isInstanceOf(Killed.class);
                restart();
                visit();

                // Then
                assertThat(ids())
                        .as("killed at commit %s, committed: %s", at, committed)
                        .isEqualTo(undisturbed);
                assertThat(partner.list("in")).isEmpty();
            }
        }
    }

    @Test
    void aServerWithAnotherKeyGetsNoPassword() {
        // Given
        InboundConnector connector = connector(connections);
        Poller misled = connector
                .pollersOf(party(), partner.misledAddress(connector.name()), hub.wayIn())
                .getFirst();

        // When / Then
        assertThatThrownBy(() -> hub.visit(misled))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageNotContaining("partner-secret");
    }

    @Test
    void whetherItGetsThereIsTried() throws IOException {
        // Given
        InboundConnector connector = connector(connections);

        // When / Then
        assertThat(connector.tryOut(partner.address(connector.name()))).isEmpty();
        assertThat(connector.tryOut(partner.misledAddress(connector.name())))
                .hasValueSatisfying(
                        fault -> assertThat(fault).contains("127.0.0.1").doesNotContain("partner-secret"));
        Files.delete(partner.path("done"));
        assertThat(connector.tryOut(partner.address(connector.name())))
                .hasValueSatisfying(fault -> assertThat(fault).contains("\"done\""));
    }
}
