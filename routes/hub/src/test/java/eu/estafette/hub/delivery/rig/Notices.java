package eu.estafette.hub.delivery.rig;

import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.Payload;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Notices as the router makes them. */
public final class Notices {

    public static final Tokens TOKENS = new Tokens(new HubSecrets(
            "a-subject-secret-of-32-characters",
            "a-case-secret-of-32-characters-xx",
            "a-notice-secret-of-32-characters"));

    private Notices() {}

    public static SubjectKey subject(String caseId) {
        return TOKENS.subjectKey("BSN", caseId);
    }

    public static Notice notice(String party, String caseId, int sequence) {
        SubjectKey subject = subject(caseId);
        return Notice.newBuilder()
                .setNoticeId(TOKENS.noticeId(subject, sequence, party))
                .setCaseId(caseId)
                .setCaseRef(TOKENS.caseRef(subject, 1))
                .setSequence(sequence)
                .setCreatedAt(Instant.parse("2026-03-02T08:00:00Z"))
                .setParty(party)
                .setForRole("COACH")
                .setPurpose("INFORM")
                .setEvent(new NoticeEvent(
                        "event-" + caseId + "-" + sequence,
                        "referral.requested",
                        "REQUEST",
                        "REFERRER",
                        LocalDate.parse("2026-03-02"),
                        "ORIGINAL",
                        "REF-" + caseId,
                        1))
                .setView("referral-fact")
                .setViewVersion(1)
                .setPayload(new Payload("view/referral-fact", 1, ByteBuffer.wrap(new byte[] {0, 0, 0}), null))
                .setOutcomes(List.of())
                .build();
    }
}
