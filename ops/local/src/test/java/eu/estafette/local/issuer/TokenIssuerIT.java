package eu.estafette.local.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.local.ChildJvm;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoders;

class TokenIssuerIT {

    private static final List<String> PARTIES = List.of("gemeente-utrecht", "jobcoach-noord");

    @Test
    void aPartyGetsATokenThatSaysWhoItIs(@TempDir Path data) throws Exception {
        // Given
        try (var issuer = TokenIssuer.start(data, 0, () -> PARTIES)) {
            // When
            var token = decode(issuer.baseUrl(), TokenRequest.token(issuer.baseUrl(), "gemeente-utrecht"));
            // Then
            assertThat(token.getClaimAsString("iss")).isEqualTo(issuer.baseUrl().toString());
            assertThat(token.getSubject()).isEqualTo("gemeente-utrecht");
            assertThat(token.getClaimAsString("client_id")).isEqualTo("gemeente-utrecht");
            assertThat(token.getClaimAsStringList("roles")).containsExactly("party");
            assertThat(token.getAudience()).containsExactly("estafette");
            assertThat(token.getExpiresAt()).isAfter(Instant.now());
        }
    }

    @Test
    void theOperatorHasARoleOfItsOwn(@TempDir Path data) throws Exception {
        // Given
        try (var issuer = TokenIssuer.start(data, 0, () -> PARTIES)) {
            // When
            var token = decode(issuer.baseUrl(), TokenRequest.token(issuer.baseUrl(), "operator"));
            // Then
            assertThat(token.getClaimAsStringList("roles")).containsExactly("operator");
        }
    }

    @Test
    void aWrongSecretAndAnUnknownPartyAreRefused(@TempDir Path data) throws Exception {
        // Given
        try (var issuer = TokenIssuer.start(data, 0, () -> PARTIES)) {
            // When
            var wrong = new TokenRequest(issuer.baseUrl(), "jobcoach-noord", "guess").send();
            var unknown = new TokenRequest(issuer.baseUrl(), "nobody-we-know", "local-secret").send();
            // Then
            assertThat(wrong.statusCode()).isEqualTo(401);
            assertThat(wrong.body()).contains("invalid_client");
            assertThat(unknown.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aPartyThatIsAddedGetsTokensWithoutARestart(@TempDir Path data) throws Exception {
        // Given
        var parties = new CopyOnWriteArrayList<>(PARTIES);
        try (var issuer = TokenIssuer.start(data, 0, () -> parties)) {
            parties.add("newcomer");
            // When
            var answer = new TokenRequest(issuer.baseUrl(), "newcomer", "local-secret").send();
            // Then
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aTokenOutlivesARestartOnTheSameFolder(@TempDir Path data) throws Exception {
        // Given
        URI baseUrl;
        String token;
        try (var issuer = TokenIssuer.start(data, 0, () -> PARTIES)) {
            baseUrl = issuer.baseUrl();
            token = TokenRequest.token(baseUrl, "jobcoach-noord");
        }
        // When
        try (var again = TokenIssuer.start(data, baseUrl.getPort(), () -> PARTIES)) {
            // Then
            assertThat(decode(again.baseUrl(), token).getSubject()).isEqualTo("jobcoach-noord");
        }
        assertThat(Files.getPosixFilePermissions(data.resolve("signing-key.json")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void itRunsInAJvmOfItsOwn(@TempDir Path data) throws Exception {
        // Given
        try (var jvm = ChildJvm.start(
                TokenIssuerMain.class, "--data", data.toString(), "--party", "jobcoach-noord,gemeente-utrecht")) {
            var baseUrl = URI.create(jvm.await("Issuer is ready: "));
            // When
            var token = decode(baseUrl, TokenRequest.token(baseUrl, "jobcoach-noord"));
            // Then
            assertThat(token.getSubject()).isEqualTo("jobcoach-noord");
        }
    }

    /** As a resource server that is told nothing but the issuer's address. */
    private static Jwt decode(URI issuer, String token) {
        return JwtDecoders.fromIssuerLocation(issuer.toString()).decode(token);
    }
}
