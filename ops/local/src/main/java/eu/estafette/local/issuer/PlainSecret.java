package eu.estafette.local.issuer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;

/** Compares the one public secret as it is: a slow hash would protect nothing and cost every token a tenth of a second. */
final class PlainSecret implements PasswordEncoder {

    static void accept(List<AuthenticationProvider> providers) {
        for (var provider : providers) {
            if (provider instanceof ClientSecretAuthenticationProvider secrets) {
                secrets.setPasswordEncoder(new PlainSecret());
            }
        }
    }

    @Override
    public String encode(CharSequence secret) {
        return secret.toString();
    }

    @Override
    public boolean matches(CharSequence given, String secret) {
        return MessageDigest.isEqual(
                given.toString().getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }
}
