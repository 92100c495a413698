package eu.estafette.kit.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.domain.party.Role;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Rereading.Reread;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.HubSide.Killed;
import eu.estafette.kit.rig.SftpPartner;
import eu.estafette.schemas.Sha256;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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

/** A reader that gave up in the middle of a file, and what becomes of the file once it is mended. */
class FileRereadingTest {

    private static final Party PARTY = Parties.party("cvo-noord", Role.TRAINING);
    private static final String CONTENT = "one\ntwo\nthree\nfour\n";
    private static final OriginalRef ORIGINAL = new OriginalRef(Sha256.hex(CONTENT.getBytes(StandardCharsets.UTF_8)));

    private final HubSide hub = new HubSide(PARTY);
    private final FolderConnections connections = new FolderConnections();
    private SftpPartner partner;
    private Path content;

    @BeforeEach
    void aFileBreaksOffAtItsThirdLine(@TempDir Path folder, @TempDir Path elsewhere)
            throws IOException, GeneralSecurityException {
        partner = new SftpPartner(folder);
        partner.put("in/lines.txt", CONTENT);
        hub.visit(poller("three"));
        content = Files.writeString(elsewhere.resolve("original"), CONTENT);
        assertThat(numbers()).containsExactly(1, 2, SetAside.WHOLE);
        assertThat(partner.list("in")).isEmpty();
    }

    @AfterEach
    void close() throws IOException {
        connections.close();
        partner.close();
    }

    @Test
    void itIsReadOnFromWhereItBrokeOff() throws IOException {
        // When
        Reread outcome = hub.readAgain(poller(""), ORIGINAL, content, SetAside.WHOLE);

        // Then
        assertThat(outcome).isEqualTo(new Reread.ReadOn(true));
        assertThat(numbers()).containsExactly(1, 2, SetAside.WHOLE, 3, 4);

        // and the same content sent again brings nothing
        partner.put("in/lines.txt", CONTENT);
        hub.visit(poller(""));
        assertThat(numbers()).hasSize(5);
    }

    @Test
    void ifItBreaksOffOnceMoreThatIsSetAsideAnew() throws IOException {
        // When
        Reread outcome = hub.readAgain(poller("four"), ORIGINAL, content, SetAside.WHOLE);

        // Then
        assertThat(outcome).isEqualTo(new Reread.ReadOn(false));
        assertThat(numbers()).containsExactly(1, 2, SetAside.WHOLE, 3, SetAside.WHOLE);
        assertThat(hub.asides().getLast().issues().getFirst().detail()).isEqualTo("is \"four\"");
    }

    @Test
    void aCrashInBetweenNeitherLosesNorDoublesALine() {
        for (boolean committed : new boolean[] {false, true}) {
            hub.killAtCommit(1, committed);
            assertThatThrownBy(() -> hub.readAgain(poller(""), ORIGINAL, content, SetAside.WHOLE))
                    .isInstanceOf(Killed.class);
        }

        // When
        assertThat(again()).isEqualTo(new Reread.ReadOn(true));

        // Then
        assertThat(numbers()).containsExactly(1, 2, SetAside.WHOLE, 3, 4);
    }

    private Reread again() {
        try {
            return hub.readAgain(poller(""), ORIGINAL, content, SetAside.WHOLE);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatNoPollerEverReadIsNotThere() throws IOException {
        assertThat(hub.readAgain(poller(""), new OriginalRef("ab".repeat(32)), content, SetAside.WHOLE))
                .isEqualTo(new Reread.NoSuchPart());
    }

    /** Each line stands aside with its number: what is brought in and when does not depend on what becomes of it. */
    private List<Integer> numbers() {
        return hub.asides().stream().map(SetAside::part).toList();
    }

    /** @param word at which it gives up */
    private FilePoller poller(String word) {
        DeliveryAddress address = partner.address("lines");
        return new FilePoller(
                "lines/cvo-noord/0",
                Duration.ofHours(1),
                connections.to(FolderAddress.of(address)),
                FileFolders.of(address),
                new Lines(word),
                new FileDoor("lines", PARTY, hub.wayIn()));
    }

    private record Lines(String refused) implements FileFormat {

        @Override
        public List<RemoteFile> complete(List<RemoteFile> listed) {
            return listed;
        }

        @Override
        public Records open(Content content, String name, OriginalRef original) throws IOException {
            var lines = new BufferedReader(new InputStreamReader(content.read(), StandardCharsets.UTF_8));
            return new Records() {

                private int number;

                @Override
                public Optional<FileRecord> next() throws IOException, FileRefusedException {
                    String line = lines.readLine();
                    if (line == null) {
                        return Optional.empty();
                    }
                    if (line.equals(refused)) {
                        throw new FileRefusedException(issue(line));
                    }
                    number++;
                    return Optional.of(new FileRecord(
                            number, line.getBytes(StandardCharsets.UTF_8), new Reading.Faulty(List.of(issue(line)))));
                }

                @Override
                public void close() throws IOException {
                    lines.close();
                }
            };
        }

        private static Issue issue(String line) {
            return new Issue(Stage.SYNTAX, "invalidLine", "body", "line", Optional.empty(), "is \"" + line + "\"");
        }

        @Override
        public List<Reply> repliesTo(String name) {
            return List.of();
        }
    }
}
