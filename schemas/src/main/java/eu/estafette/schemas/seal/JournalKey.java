package eu.estafette.schemas.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The Ed25519 key that signs seals and reports. Only the hub has it; whoever verifies needs its public half alone. */
public final class JournalKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey secret;
    private final PublicKey open;

    private JournalKey(PrivateKey secret, PublicKey open) {
        this.secret = secret;
        this.open = open;
    }

    public static JournalKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new JournalKey(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK knows Ed25519", e);
        }
    }

    /**
     * @param text PKCS#8 in base64, what {@code openssl genpkey -algorithm ed25519 -outform DER | base64 -w0} prints
     * @throws IllegalArgumentException if it is something else; the message does not show it
     */
    public static JournalKey of(String text) {
        try {
            var spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text));
            PrivateKey secret = KeyFactory.getInstance(ALGORITHM).generatePrivate(spec);
            var key = new JournalKey(secret, openHalfOf(secret));
            key.proveTheHalvesBelongTogether();
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "is no Ed25519 private key: PKCS#8 in base64 is needed,"
                            + " as openssl genpkey -algorithm ed25519 -outform DER | base64 -w0 prints it",
                    e);
        }
    }

    /** In the form that {@link #of} takes. Secret. */
    public String text() {
        return Base64.getEncoder().encodeToString(secret.getEncoded());
    }

    public PublicKey publicKey() {
        return open;
    }

    /** See the contract {@code message/JournalSeal}. */
    public String id() {
        return VerifyingKeys.id(open);
    }

    public byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key that signed when it was read signs", e);
        }
    }

    /** The JDK makes a pair of 32 random bytes, and gives no other way from these bytes to the public half. */
    private static PublicKey openHalfOf(PrivateKey secret) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) secret).getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
        generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
        return generator.generateKeyPair().getPublic();
    }

    /** Since that way is the JDK's custom and no promise. */
    private void proveTheHalvesBelongTogether() throws GeneralSecurityException {
        byte[] message = {1, 2, 3};
        if (!VerifyingKeys.isSigned(message, sign(message), open)) {
            throw new GeneralSecurityException("this JDK makes another pair of the same bytes");
        }
    }

    @Override
    public String toString() {
        return "JournalKey[" + id() + "]";
    }

    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final byte[] bytes;

        Fixed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
