package eu.estafette.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Sealed;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private final Identity sam = new Identity("BSN", "999990342", "Sam", "Jansen");

    @Test
    void anIdentityComesBackFromItsSeal() {
        // When
        Sealed sealed = Identities.seal(sam);

        // Then
        assertThat(Identities.unseal(sealed)).isEqualTo(sam);
    }

    @Test
    void whatIsNoIdentityIsRefused() {
        // Given
        var damaged = new Sealed(0, ByteBuffer.wrap(new byte[] {2, 9}));
        var encrypted = new Sealed(1, Identities.seal(sam).getBytes());

        // When / Then
        assertThatThrownBy(() -> Identities.unseal(damaged))
                .isInstanceOf(PayloadException.class)
                .hasMessageStartingWith("identity: ");
        assertThatThrownBy(() -> Identities.unseal(encrypted)).isInstanceOf(PayloadException.class);
    }
}
