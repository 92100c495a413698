package eu.estafette.schemas.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class JournalKeyTest {

    private static final byte[] MESSAGE = "what was said".getBytes(StandardCharsets.UTF_8);

    /** Both printed by OpenSSL 3: {@code genpkey -algorithm ed25519 -outform DER | base64 -w0}, then {@code pkey -pubout}. */
    private static final String OPENSSL = "MC4CAQAwBQYDK2VwBCIEID/Hug0uYp+X4NDM2xT7jkGutOAccZgPp0oaqBhpX2PN";

    private static final String OPENSSL_PUBLIC = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAsO/8ky5776fW0utr9/57wGUkyAPtArq3/+XV+vDP9lg=
            -----END PUBLIC KEY-----
            """;

    @Test
    void whatIsSignedIsVerifiedWithThePublicKeyAlone() {
        // Given
        var key = JournalKey.generate();

        // When
        byte[] signature = key.sign(MESSAGE);

        // Then
        var keys = new VerifyingKeys(List.of(VerifyingKeys.read(VerifyingKeys.pem(key.publicKey()))));
        assertThat(keys.isSigned(MESSAGE, signature, key.id())).isTrue();
        assertThat(keys.isSigned("what was not".getBytes(StandardCharsets.UTF_8), signature, key.id()))
                .isFalse();
        assertThat(keys.isSigned(MESSAGE, new byte[] {1, 2}, key.id())).isFalse();
    }

    @Test
    void anotherKeyIsNotBelieved() {
        // Given
        var key = JournalKey.generate();
        var keys = new VerifyingKeys(List.of(JournalKey.generate().publicKey()));

        // When / Then
        assertThat(keys.isSigned(MESSAGE, key.sign(MESSAGE), key.id())).isFalse();
        assertThat(keys.knows(key.id())).isFalse();
    }

    @Test
    void aKeyIsTheSameAfterItWasWrittenDown() {
        // Given
        var key = JournalKey.generate();

        // When
        var again = JournalKey.of(key.text());

        // Then
        assertThat(again.id()).isEqualTo(key.id());
        assertThat(again.publicKey()).isEqualTo(key.publicKey());
        assertThat(again.sign(MESSAGE)).isEqualTo(key.sign(MESSAGE));
    }

    @Test
    void aKeyOfOpensslIsTaken() {
        assertThat(JournalKey.of(OPENSSL).publicKey()).isEqualTo(VerifyingKeys.read(OPENSSL_PUBLIC));
        assertThat(JournalKey.of(OPENSSL).toString()).doesNotContain(OPENSSL);
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingShown() {
        assertThatThrownBy(() -> JournalKey.of("bm8ga2V5"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openssl genpkey -algorithm ed25519")
                .hasMessageNotContaining("bm8ga2V5");
    }
}
