package eu.estafette.schemas.seal;

import eu.estafette.schemas.Sha256;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The public keys whose signatures are believed: that of now, and those before it. */
public final class VerifyingKeys {

    private static final String ALGORITHM = "Ed25519";
    private static final int ID_BYTES = 8;
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    private final Map<String, PublicKey> byId;

    public VerifyingKeys(Collection<PublicKey> keys) {
        byId = keys.stream().collect(Collectors.toUnmodifiableMap(VerifyingKeys::id, Function.identity(), (a, b) -> a));
    }

    /** Whether a key of this id is among those that are believed. */
    public boolean knows(String keyId) {
        return byId.containsKey(keyId);
    }

    /** Whether the key of this id is known and signed exactly this. */
    public boolean isSigned(byte[] message, byte[] signature, String keyId) {
        PublicKey key = byId.get(keyId);
        return key != null && isSigned(message, signature, key);
    }

    /**
     * @param pem as {@code openssl pkey -pubout} prints it
     * @throws IllegalArgumentException if it is no public Ed25519 key
     */
    public static PublicKey read(String pem) {
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(pem.replace(BEGIN, "").replace(END, "").strip());
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(der));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException("is no Ed25519 public key in PEM, as openssl pkey -pubout prints it", e);
        }
    }

    /** What {@link #read} reads. */
    public static String pem(PublicKey key) {
        return String.join("\n", BEGIN, Base64.getEncoder().encodeToString(key.getEncoded()), END, "");
    }

    static String id(PublicKey key) {
        return HexFormat.of().formatHex(Sha256.of(key.getEncoded()), 0, ID_BYTES);
    }

    static boolean isSigned(byte[] message, byte[] signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // bytes that are no signature at all
        }
    }
}
