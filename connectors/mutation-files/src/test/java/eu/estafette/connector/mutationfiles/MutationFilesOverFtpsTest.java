package eu.estafette.connector.mutationfiles;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.rig.FilePartner;
import eu.estafette.kit.rig.FtpsPartner;
import eu.estafette.kit.rig.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutationFilesOverFtpsTest extends MutationFilesContract {

    @Override
    protected FilePartner partnerIn(Path folder) throws IOException, GeneralSecurityException {
        return new FtpsPartner(folder, true);
    }

    private FtpsPartner ftps() {
        return (FtpsPartner) partner;
    }

    @Test
    void aServerIsKnownByWhoSignedItsCertificate(@TempDir Path elsewhere) throws Exception {
        // Given
        InboundConnector connector = connector(connections);
        TestCertificate other = TestCertificate.in(elsewhere);

        // When / Then
        assertThat(connector.tryOut(ftps().addressByCa(connector.name(), ftps().certificate())))
                .isEmpty();
        assertThat(connector.tryOut(ftps().addressByCa(connector.name(), other)))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .contains("127.0.0.1", "cannot be trusted", "\"ca\"")
                        .doesNotContain("\n", "partner-secret"));
    }

    @Test
    void theSchemeOfTheAddressTellsWhenTlsBegins(@TempDir Path folder) throws Exception {
        // Given
        InboundConnector connector = connector(connections);
        try (var explicit = new FtpsPartner(Files.createDirectories(folder.resolve("explicit")), false)) {
            // When / Then
            assertThat(connector.tryOut(explicit.address(connector.name()))).isEmpty();
            assertThat(connector.tryOut(explicit.misledAddress(connector.name())))
                    .isPresent();
            assertThat(connector.tryOut(with(explicit.address(connector.name()), "url", "ftpes://", "ftps://")))
                    .hasValueSatisfying(
                            fault -> assertThat(fault).contains("127.0.0.1").doesNotContain("\n"));
        }
    }

    @Test
    void aWrongPasswordIsToldInOneLine() {
        // Given
        InboundConnector connector = connector(connections);

        // When / Then
        assertThat(connector.tryOut(with(partner.address(connector.name()), "password", "partner-secret", "another")))
                .hasValueSatisfying(fault ->
                        assertThat(fault).contains("does not let the hub in").doesNotContain("\n", "another"));
    }

    @Test
    void whatAnAddressLacksOrHasTooMuchIsTold() {
        // Given
        InboundConnector connector = connector(connections);
        DeliveryAddress good = partner.address(connector.name());
        assertThat(connector.faultsOf(good)).isEmpty();

        // When / Then
        assertThat(connector.faultsOf(with(good, "certificate", "SHA256:", "MD5:")))
                .singleElement()
                .asString()
                .contains("\"certificate\" must be SHA256:");
        assertThat(connector.faultsOf(with(good, "url", "ftps://", "sftp://"))).hasSize(2);
        assertThat(connector.faultsOf(with(good, "url", "ftps://", "ftp://")))
                .anySatisfy(fault -> assertThat(fault).contains("ftpes://"));
        Map<String, List<String>> more = new HashMap<>(good.settings());
        more.put("ca", List.of("no certificate"));
        more.put("key", List.of("k"));
        more.put("expectEvery", List.of("daily"));
        more.put("colour", List.of("blue"));
        assertThat(connector.faultsOf(new DeliveryAddress(good.by(), more))).hasSize(5);
    }

    private static DeliveryAddress with(DeliveryAddress address, String key, String old, String other) {
        Map<String, List<String>> settings = new HashMap<>(address.settings());
        settings.put(key, List.of(address.setting(key).orElseThrow().replace(old, other)));
        return new DeliveryAddress(address.by(), settings);
    }
}
