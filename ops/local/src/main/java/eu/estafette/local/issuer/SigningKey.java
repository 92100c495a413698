package eu.estafette.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/** The issuer's RSA key, made once per data folder and readable by its owner only. */
final class SigningKey {

    private SigningKey() {}

    static RSAKey of(Path data) throws IOException {
        var file = Files.createDirectories(data).resolve("signing-key.json");
        if (!Files.exists(file)) {
            write(generate(), file);
        }
        try {
            return RSAKey.parse(Files.readString(file));
        } catch (ParseException e) {
            throw new IOException(
                    "%s holds no RSA key: remove it for a new one, which ends all tokens".formatted(file), e);
        }
    }

    private static RSAKey generate() throws IOException {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException e) {
            throw new IOException("this JVM makes no RSA key", e);
        }
    }

    private static void write(RSAKey key, Path file) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var part = Files.createTempFile(file.getParent(), "signing-key", ".part", ownerOnly);
        Files.writeString(part, key.toJSONString());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
