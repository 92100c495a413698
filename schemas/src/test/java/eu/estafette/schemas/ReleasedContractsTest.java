package eu.estafette.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Released contracts are frozen, and each next version can read and be read by all before it. {@code contracts.sha256} lists what is
 * released; a release adds its new files with {@code sha256sum} from within the folder {@code contracts}.
 */
class ReleasedContractsTest {

    private final ContractHistory shipped = new ContractHistory("contracts", Contracts.shipped());

    @Test
    void noReleasedContractHasChanged() {
        assertThat(shipped.changes(ShippedContracts.folder("contracts.sha256"))).isEmpty();
    }

    @Test
    void aChangedOrRemovedContractIsFound(@TempDir Path folder) throws IOException {
        // Given
        Path released = Files.writeString(folder.resolve("released"), """
                %s  event/referral.requested/referral.requested_v1.avsc
                %s  event/referral.forgotten/referral.forgotten_v1.avsc
                """.formatted("0".repeat(64), "1".repeat(64)));

        // When / Then
        assertThat(shipped.changes(released))
                .containsExactly(
                        "event/referral.requested/referral.requested_v1.avsc was released and has changed; put it back and add the"
                                + " next version beside it.",
                        "event/referral.forgotten/referral.forgotten_v1.avsc was released and is gone; put it back.");
    }

    @Test
    void everyVersionIsCompatibleWithAllBeforeIt() {
        assertThat(shipped.incompatibilities()).isEmpty();
    }

    @Test
    void aVersionThatBreaksAnyEarlierOneIsFound() {
        // Given a third version that suits the second but not the first
        var broken = new ContractHistory("broken-contracts", new Contracts("broken-contracts"));

        // When / Then
        assertThat(broken.incompatibilities())
                .hasSize(2)
                .allMatch(fault -> fault.startsWith("event/thing.changed v3: "))
                .anyMatch(fault -> fault.contains("the new schema cannot read version 1"))
                .anyMatch(fault -> fault.contains("version 1 cannot read the new schema"));
    }
}
