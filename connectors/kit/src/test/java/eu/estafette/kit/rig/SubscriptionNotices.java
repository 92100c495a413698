package eu.estafette.kit.rig;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.Payload;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.avro.generic.GenericData;

/**
 * Notices of the router to a register.
 *
 * @param register party id
 * @param scheme   of the numbers by which it knows people
 */
public record SubscriptionNotices(String register, String scheme) {

    public static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());
    public static final LocalDate SINCE = LocalDate.of(2026, 3, 1);

    public Notice start(String caseId, int sequence, String number) {
        return notice(caseId, sequence, "START", new Identity(scheme, number, null, null));
    }

    /** By a number that the register does not know. */
    public Notice startBy(String otherScheme, String caseId, String number) {
        return notice(caseId, 1, "START", new Identity(otherScheme, number, null, null));
    }

    public Notice stop(String caseId, int sequence, String number) {
        return notice(caseId, sequence, "STOP", new Identity(scheme, number, null, null));
    }

    private Notice notice(String caseId, int sequence, String word, Identity who) {
        var record = new GenericData.Record(
                Contracts.shipped().latest("view/register-subscription").schema());
        record.put("subscription", word);
        record.put(word.equals("START") ? "from" : "until", SINCE);
        Payload payload = PAYLOADS.write(record);
        return Notice.newBuilder()
                .setNoticeId("N1-" + caseId + "-" + sequence)
                .setCaseId(caseId)
                .setCaseRef("E1-0000000000000000000000000C")
                .setSequence(sequence)
                .setCreatedAt(Instant.parse("2026-03-01T08:10:00Z"))
                .setParty(register)
                .setForRole("REGISTER")
                .setPurpose("INFORM")
                .setEvent(NoticeEvent.newBuilder()
                        .setId("7d1c0f6e")
                        .setType("eu.estafette.case.v1.clock.notify.rang")
                        .setNature("FACT")
                        .setBy("HUB")
                        .setOccurredOn(SINCE)
                        .setAction("ORIGINAL")
                        .setBusinessKey("subscription")
                        .setVersion(1)
                        .build())
                .setIdentity(Identities.seal(who))
                .setView("register-subscription")
                .setViewVersion(payload.getVersion())
                .setPayload(payload)
                .build();
    }
}
