package eu.estafette.kit.token;

/**
 * The secrets behind the hub's tokens. The subject-key secret is fixed for the life of a topic set; the others rotate by version.
 *
 * @param subjectKey any length from 32 characters
 * @param caseRef    for version 1 of caseRefs
 * @param noticeId   for version 1 of notice ids
 */
public record HubSecrets(String subjectKey, String caseRef, String noticeId) {

    public HubSecrets {
        require("estafette.secrets.subject-key", subjectKey);
        require("estafette.secrets.case-ref", caseRef);
        require("estafette.secrets.notice-id", noticeId);
    }

    private static void require(String name, String secret) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException(name + " needs at least 32 characters; it has " + secret.length());
        }
    }

    @Override
    public String toString() {
        return "HubSecrets[…]";
    }
}
