package eu.estafette.connector.mail;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Payload;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.Party.Member;
import eu.estafette.kit.party.Party.RecordFailure;
import eu.estafette.kit.party.Party.Region;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** A coach of jobcoach-noord who gets notices by mail, and what a hub with the rig's secrets sends. */
final class Samples {

    static final Tokens TOKENS = new Tokens(new HubSecrets(
            "subject-key-secret-for-tests-only",
            "case-ref-secret-for-tests-only-00",
            "notice-id-secret-for-tests-only-0"));
    static final SubjectKey SUBJECT = TOKENS.subjectKey("BSN", "999990342");
    static final String CASE_REF = TOKENS.caseRef(SUBJECT, 1);
    static final String HUB = "hub@estafette.example";
    static final String COACH = "Coach-1@jobcoach.example";
    static final Seals SEALS =
            new Seals(List.of("link-secret-for-tests-only-000000", "an-older-link-secret-for-tests-0"));
    static final MailIdentity IDENTITY = new MailIdentity(HUB, URI.create("https://hub.example/"));
    static final AskableSteps ASKABLE = (event, role) ->
            event == EventType.EMPLOYMENT_STARTED && role == Role.COACH ? List.of("FIRST-DAY") : List.of();

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());

    private Samples() {}

    static DeliveryAddress address(String to) {
        return new DeliveryAddress("mail", Map.of("to", List.of(to)));
    }

    static Party party(String language) {
        return new Party(
                new PartyId("jobcoach-noord"),
                Map.of("nl", "Jobcoach Noord"),
                Region.NL,
                Set.of(Role.COACH_ORGANISATION, Role.COACH),
                false,
                List.of(),
                List.of("urn:estafette:party:jobcoach-noord"),
                address("desk@jobcoach.example"),
                List.of(new Member("coach-1", Set.of(Role.COACH), Optional.of(address(COACH)))),
                List.of(),
                Optional.empty(),
                language,
                ZoneId.of("Europe/Brussels"),
                Duration.ofDays(30),
                8,
                Optional.empty(),
                Optional.empty(),
                RecordFailure.PARK_CASE,
                List.of(),
                1);
    }

    static Delivery delivery(Notice notice, String language) {
        return new Delivery(notice, party(language), address(COACH));
    }

    static String noticeId(int sequence) {
        return TOKENS.noticeId(SUBJECT, sequence, "jobcoach-noord");
    }

    /** Begleid de eerste werkdag, due on that day. */
    static Notice act(int sequence, String due) {
        GenericRecord data = view("employment-start-full");
        data.put("startDate", LocalDate.of(2026, 3, 16));
        data.put("contactPerson", "Mia Verhulst");
        return notice(sequence, data)
                .setPurpose("ACT")
                .setStep(new NoticeStep("FIRST-DAY", LocalDate.parse(due)))
                .setView("employment-start-full")
                .setOutcomes(List.of("ACCEPTED", "DECLINED", "NEEDS_INFO", "HANDED_ON", "DONE"))
                .setRule("E1")
                .build();
    }

    static Notice inform(int sequence) {
        GenericRecord data = view("employment-start-fact");
        data.put("startDate", LocalDate.of(2026, 3, 16));
        return notice(sequence, data)
                .setPurpose("INFORM")
                .setView("employment-start-fact")
                .build();
    }

    static Notice withdrawn(int sequence) {
        GenericRecord data = view("withdrawn");
        data.put("action", "WITHDRAWAL");
        return notice(sequence, data).setPurpose("INFORM").setView("withdrawn").build();
    }

    private static Notice.Builder notice(int sequence, GenericRecord data) {
        Payload payload = PAYLOADS.write(data);
        return Notice.newBuilder()
                .setNoticeId(noticeId(sequence))
                .setCaseId("C0195a3b2-0000-7000-8000-000000000001")
                .setCaseRef(CASE_REF)
                .setSequence(sequence)
                .setCreatedAt(Instant.parse("2026-03-02T08:15:00Z"))
                .setParty("jobcoach-noord")
                .setPerson("coach-1")
                .setForRole("COACH")
                .setEvent(NoticeEvent.newBuilder()
                        .setId("7d1c0f6e")
                        .setType(EventType.EMPLOYMENT_STARTED.cloudEventType())
                        .setNature("FACT")
                        .setBy("EMPLOYER")
                        .setOccurredOn(LocalDate.of(2026, 3, 2))
                        .setAction("ORIGINAL")
                        .setBusinessKey("WINKEL-4711")
                        .setVersion(1)
                        .build())
                .setIdentity(Identities.seal(new Identity("BSN", "999990342", "Sam", "Jansen")))
                .setViewVersion(payload.getVersion())
                .setPayload(payload);
    }

    private static GenericRecord view(String name) {
        return new GenericData.Record(Contracts.shipped().latest("view/" + name).schema());
    }

    static LetterWriter letters() {
        var uids = new CalendarUids(SEALS, IDENTITY.domain());
        return new LetterWriter(
                IDENTITY, new AnswerLinks(SEALS, IDENTITY), new CalendarWriter(IDENTITY, uids, ASKABLE));
    }
}
