package eu.estafette.kit.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** One AES-128 block under one key: no mode and no padding, as the same input must give the same token. Thread-safe. */
final class AesBlock {

    static final int BYTES = 16;

    private final ThreadLocal<Cipher> encrypting;
    private final ThreadLocal<Cipher> decrypting;

    private AesBlock(SecretKey key) {
        // looking a cipher up and keying it costs many times what one block does
        encrypting = ThreadLocal.withInitial(() -> cipher(Cipher.ENCRYPT_MODE, key));
        decrypting = ThreadLocal.withInitial(() -> cipher(Cipher.DECRYPT_MODE, key));
    }

    static AesBlock keyedBy(Hmac secret) {
        byte[] key = secret.sign("aes".getBytes(StandardCharsets.UTF_8));
        return new AesBlock(new SecretKeySpec(Arrays.copyOf(key, BYTES), "AES"));
    }

    byte[] encrypt(byte[] block) {
        return apply(encrypting.get(), block);
    }

    byte[] decrypt(byte[] block) {
        return apply(decrypting.get(), block);
    }

    private static byte[] apply(Cipher cipher, byte[] block) {
        try {
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a block of 16 bytes always has its cipher", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JDK", e);
        }
    }
}
