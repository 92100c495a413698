package eu.estafette.kit.token;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes and opens the tokens that partners see in place of person numbers. A caseRef and a notice id hold the subject key under one AES-128
 * block, so that the door finds the partition without any state. Thread-safe.
 */
public final class Tokens {

    private static final String CASE_REF = "E1-";
    private static final String NOTICE_ID = "N1-";
    private static final int BLOCK = AesBlock.BYTES;
    private static final int NOTICE_MAC = 8;

    private final Hmac subjectSecret;
    private final AesBlock caseRefKey;
    private final Hmac caseRefSecret;
    private final AesBlock noticeKey;
    private final Hmac noticeSecret;

    public Tokens(HubSecrets secrets) {
        subjectSecret = Hmac.of(secrets.subjectKey());
        caseRefSecret = Hmac.of(secrets.caseRef());
        caseRefKey = AesBlock.keyedBy(caseRefSecret);
        noticeSecret = Hmac.of(secrets.noticeId());
        noticeKey = AesBlock.keyedBy(noticeSecret);
    }

    public SubjectKey subjectKey(String scheme, String number) {
        return SubjectKey.of(subjectSecret.sign((scheme + ":" + number).getBytes(StandardCharsets.UTF_8)));
    }

    /** A token for the {@code caseNumber}-th case (1 to 65535) of a subject: {@code E1-} and 27 characters. */
    public String caseRef(SubjectKey subject, int caseNumber) {
        byte[] numbered = ByteBuffer.allocate(SubjectKey.BYTES + 2)
                .put(subject.bytes())
                .putShort((short) caseNumber)
                .array();
        byte[] block = ByteBuffer.allocate(BLOCK)
                .put(numbered)
                .put(caseRefSecret.sign(numbered), 0, 2)
                .array();
        byte[] token = caseRefKey.encrypt(block);
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
                .map(caseRefKey::decrypt)
                .filter(this::isCaseRefBlock)
                .map(SubjectKey::of);
    }

    /** The id of the {@code sequence}-th notice of a case, bound to its receiver: {@code N1-} and 39 characters. */
    public String noticeId(SubjectKey subject, int sequence, String party) {
        byte[] block =
                ByteBuffer.allocate(BLOCK).put(subject.bytes()).putInt(sequence).array();
        byte[] token = noticeKey.encrypt(block);
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
                .map(bytes -> noticeKey.decrypt(Arrays.copyOf(bytes, BLOCK)))
                .map(block -> new NoticeRef(
                        SubjectKey.of(block), ByteBuffer.wrap(block).getInt(SubjectKey.BYTES)));
    }

    /** A notice, by its subject and its sequence in the case. */
    public record NoticeRef(SubjectKey subject, int sequence) {}

    private boolean isCaseRefBlock(byte[] block) {
        byte[] check = caseRefSecret.sign(Arrays.copyOf(block, BLOCK - 2));
        return block[BLOCK - 2] == check[0] && block[BLOCK - 1] == check[1];
    }

    private byte[] noticeMac(byte[] token, String party) {
        byte[] name = party.getBytes(StandardCharsets.UTF_8);
        byte[] bound =
                ByteBuffer.allocate(BLOCK + name.length).put(token).put(name).array();
        return Arrays.copyOf(noticeSecret.sign(bound), NOTICE_MAC);
    }
}
