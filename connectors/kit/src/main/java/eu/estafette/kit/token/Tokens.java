package eu.estafette.kit.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and opens the tokens that partners see in place of person numbers. A caseRef and a notice id hold the subject key under one AES-128
 * block, so that the door finds the partition without any state. Thread-safe.
 */
public final class Tokens {

    private static final String CASE_REF = "E1-";
    private static final String NOTICE_ID = "N1-";
    private static final int BLOCK = 16;
    private static final int NOTICE_MAC = 8;

    private final SecretKeySpec subjectSecret;
    private final SecretKeySpec caseRefKey;
    private final SecretKeySpec caseRefSecret;
    private final SecretKeySpec noticeKey;
    private final SecretKeySpec noticeSecret;

    public Tokens(HubSecrets secrets) {
        subjectSecret = hmacKey(secrets.subjectKey());
        caseRefSecret = hmacKey(secrets.caseRef());
        caseRefKey = aesKey(caseRefSecret);
        noticeSecret = hmacKey(secrets.noticeId());
        noticeKey = aesKey(noticeSecret);
    }

    public SubjectKey subjectKey(String scheme, String number) {
        return SubjectKey.of(hmac(subjectSecret, (scheme + ":" + number).getBytes(StandardCharsets.UTF_8)));
    }

    /** A token for the {@code caseNumber}-th case (1 to 65535) of a subject: {@code E1-} and 27 characters. */
    public String caseRef(SubjectKey subject, int caseNumber) {
        byte[] numbered = ByteBuffer.allocate(SubjectKey.BYTES + 2)
                .put(subject.bytes())
                .putShort((short) caseNumber)
                .array();
        byte[] block = ByteBuffer.allocate(BLOCK)
                .put(numbered)
                .put(hmac(caseRefSecret, numbered), 0, 2)
                .array();
        byte[] token = aes(Cipher.ENCRYPT_MODE, caseRefKey, block);
        return CASE_REF + CrockfordBase32.encode(token) + CrockfordBase32.check(token);
    }

    /** The subject of a caseRef; empty where it was mistyped or not made by this hub. */
    public Optional<SubjectKey> subjectOfCaseRef(String caseRef) {
        int end = caseRef.length() - 1;
        if (!caseRef.startsWith(CASE_REF) || end <= CASE_REF.length()) {
            return Optional.empty();
        }
        return CrockfordBase32.decode(caseRef.substring(CASE_REF.length(), end), BLOCK)
                .filter(token -> CrockfordBase32.check(token) == Character.toUpperCase(caseRef.charAt(end)))
                .map(token -> aes(Cipher.DECRYPT_MODE, caseRefKey, token))
                .filter(this::isCaseRefBlock)
                .map(SubjectKey::of);
    }

    /** The id of the {@code sequence}-th notice of a case, bound to its receiver: {@code N1-} and 39 characters. */
    public String noticeId(SubjectKey subject, int sequence, String party) {
        byte[] block =
                ByteBuffer.allocate(BLOCK).put(subject.bytes()).putInt(sequence).array();
        byte[] token = aes(Cipher.ENCRYPT_MODE, noticeKey, block);
        return NOTICE_ID
                + CrockfordBase32.encode(ByteBuffer.allocate(BLOCK + NOTICE_MAC)
                        .put(token)
                        .put(noticeMac(token, party))
                        .array());
    }

    /** What a notice id stands for; empty where it is not a notice of this party. */
    public Optional<NoticeRef> openNoticeId(String noticeId, String party) {
        if (!noticeId.startsWith(NOTICE_ID)) {
            return Optional.empty();
        }
        return CrockfordBase32.decode(noticeId.substring(NOTICE_ID.length()), BLOCK + NOTICE_MAC)
                .filter(bytes -> MessageDigest.isEqual(
                        Arrays.copyOfRange(bytes, BLOCK, bytes.length), noticeMac(Arrays.copyOf(bytes, BLOCK), party)))
                .map(bytes -> aes(Cipher.DECRYPT_MODE, noticeKey, Arrays.copyOf(bytes, BLOCK)))
                .map(block -> new NoticeRef(
                        SubjectKey.of(block), ByteBuffer.wrap(block).getInt(SubjectKey.BYTES)));
    }

    /** A notice, by its subject and its sequence in the case. */
    public record NoticeRef(SubjectKey subject, int sequence) {}

    private boolean isCaseRefBlock(byte[] block) {
        byte[] check = hmac(caseRefSecret, Arrays.copyOf(block, BLOCK - 2));
        return block[BLOCK - 2] == check[0] && block[BLOCK - 1] == check[1];
    }

    private byte[] noticeMac(byte[] token, String party) {
        byte[] name = party.getBytes(StandardCharsets.UTF_8);
        byte[] bound =
                ByteBuffer.allocate(BLOCK + name.length).put(token).put(name).array();
        return Arrays.copyOf(hmac(noticeSecret, bound), NOTICE_MAC);
    }

    private static SecretKeySpec hmacKey(String secret) {
        return new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    private static SecretKeySpec aesKey(SecretKeySpec secret) {
        return new SecretKeySpec(hmac(secret, "aes".getBytes(StandardCharsets.UTF_8)), 0, BLOCK, "AES");
    }

    private static byte[] hmac(SecretKeySpec key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every JDK", e);
        }
    }

    /** One block, so no mode and no padding: the same input must give the same token. */
    private static byte[] aes(int mode, SecretKeySpec key, byte[] block) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(mode, key);
            return cipher.doFinal(block);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES is part of every JDK", e);
        }
    }
}
