package eu.estafette.connector.mutationfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.kit.rig.SftpPartner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedFilesTest {

    private final Party party = Parties.register("magda");
    private final HubSide hub = new HubSide(party);
    private final FolderConnections connections = new FolderConnections();
    private SftpPartner partner;
    private Poller poller;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException, GeneralSecurityException {
        partner = new SftpPartner(folder);
        poller = poller(Map.of("expectEvery", List.of("PT30H")));
    }

    @AfterEach
    void close() throws IOException {
        connections.close();
        partner.close();
    }

    private Poller poller(Map<String, List<String>> more) {
        DeliveryAddress plain = partner.address(MutationFilesConnector.NAME);
        Map<String, List<String>> settings = new HashMap<>(plain.settings());
        settings.putAll(more);
        var connector = new MutationFilesConnector(connections, Duration.ofHours(1));
        var address = new DeliveryAddress(plain.by(), settings);
        assertThat(connector.faultsOf(address)).isEmpty();
        return connector.pollersOf(party, address, hub.wayIn()).getFirst();
    }

    private void visitAfter(Duration since) throws IOException {
        hub.at(HubSide.NOW.plus(since));
        hub.visit(poller);
        hub.visit(poller);
    }

    private List<String> told() {
        return hub.asides().stream()
                .map(aside -> aside.issues().getFirst().code())
                .toList();
    }

    @Test
    void aDayWithNothingToPublishIsAGoodDay() throws IOException {
        // Given
        visitAfter(Duration.ZERO);

        // When: the same bytes every day
        for (int day = 1; day <= 5; day++) {
            partner.put("in/werk.mutaties-0200_2026030%d060000000.xml".formatted(day), TestFiles.exception("15015"));
            visitAfter(Duration.ofDays(day));
        }

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides()).isEmpty();
        assertThat(partner.list("done")).hasSize(5);
    }

    @Test
    void anotherExceptionIsSetAsideUnderItsCode() throws IOException {
        // When
        partner.put("in/werk.mutaties-0200_20260301060000000.xml", TestFiles.exception("99996"));
        visitAfter(Duration.ZERO);

        // Then
        assertThat(told()).containsExactly("99996");
    }

    @Test
    void aFileThatDoesNotComeIsToldOncePerDayAndNeverAgainOnceItHasCome() throws IOException {
        // Given
        visitAfter(Duration.ZERO);
        visitAfter(Duration.ofHours(29));
        assertThat(told()).isEmpty();

        // When
        visitAfter(Duration.ofHours(31));
        visitAfter(Duration.ofHours(32));
        poller = poller(Map.of("expectEvery", List.of("PT30H")));
        visitAfter(Duration.ofHours(33));

        // Then
        assertThat(told()).containsExactly("fileMissing");
        assertThat(hub.asides().getFirst().issues().getFirst().detail()).contains("since " + HubSide.NOW, "PT30H");
        assertThat(hub.original(hub.asides().getFirst().original()).orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .contains("mutation-files/magda/in on 2026-03-03");

        // When
        visitAfter(Duration.ofHours(55));
        assertThat(told()).containsExactly("fileMissing", "fileMissing");
        partner.put("in/werk.mutaties-0200_20260304060000000.xml", TestFiles.exception("15015"));
        visitAfter(Duration.ofHours(56));
        visitAfter(Duration.ofHours(80));

        // Then
        assertThat(told()).hasSize(2);
    }

    @Test
    void eachPublicationIsWaitedForByItself() throws IOException {
        // Given
        poller = poller(Map.of(
                "expectEvery", List.of("PT30H"),
                "publications", List.of("publiceerMutatiesWerkrelaties", "publiceerInschrijvingWerkzoekende")));
        visitAfter(Duration.ZERO);

        // When: only one of them comes
        partner.put("in/a.publiceermutatieswerkrelaties-0200_20260303060000000.xml", TestFiles.exception("15015"));
        visitAfter(Duration.ofHours(29));
        visitAfter(Duration.ofHours(31));

        // Then
        assertThat(hub.asides()).singleElement().satisfies(aside -> assertThat(
                        aside.issues().getFirst().name())
                .isEqualTo("file of publiceerinschrijvingwerkzoekende"));
    }

    @Test
    void whoCannotBeReachedIsMissedToo() throws IOException {
        // Given
        visitAfter(Duration.ZERO);
        partner.close();

        // When
        hub.at(HubSide.NOW.plus(Duration.ofHours(31)));
        assertThatThrownBy(() -> hub.visit(poller)).isInstanceOf(IOException.class);

        // Then
        assertThat(told()).containsExactly("fileMissing");
    }
}
