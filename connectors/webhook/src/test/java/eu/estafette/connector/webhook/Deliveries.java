package eu.estafette.connector.webhook;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.NoticeEvent;
import eu.estafette.contract.message.NoticeStep;
import eu.estafette.contract.message.Payload;
import eu.estafette.domain.cases.Role;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
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

/** A notice for a webhook. */
final class Deliveries {

    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    static final String OLDER_SECRET = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());

    private Deliveries() {}

    static NoticeJson json() {
        return new NoticeJson(PAYLOADS, URI.create("https://hub.example"));
    }

    static Delivery to(String url, String... secrets) {
        return to(url, notice().build(), secrets);
    }

    static Delivery to(String url, Notice notice, String... secrets) {
        var address = new DeliveryAddress("webhook", Map.of("url", List.of(url), "secret", List.of(secrets)));
        return new Delivery(notice, party(address), address);
    }

    static Notice.Builder notice() {
        var view = new GenericData.Record(
                Contracts.shipped().contract("view/referral-fact", 1).schema());
        view.put("requestedStart", LocalDate.parse("2026-03-16"));
        Payload payload = PAYLOADS.write(view);
        return Notice.newBuilder()
                .setNoticeId("N1-0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456")
                .setCaseId("C0190")
                .setCaseRef("E1-0123456789ABCDEFGHJKMNPQRS")
                .setSequence(1)
                .setCreatedAt(Instant.parse("2026-03-02T08:15:00.123456Z"))
                .setParty("jobcoach-noord")
                .setForRole("COACH_ORGANISATION")
                .setPurpose("ACT")
                .setStep(new NoticeStep("DECIDE-REFERRAL", LocalDate.parse("2026-03-09")))
                .setEvent(new NoticeEvent(
                        "e-1",
                        "referral.requested",
                        "REQUEST",
                        "REFERRER",
                        LocalDate.parse("2026-03-02"),
                        "ORIGINAL",
                        "REF-2026-0017",
                        1))
                .setIdentity(Identities.seal(new Identity("BSN", "999990342", "Zoë", "Jansen")))
                .setView("referral-fact")
                .setViewVersion(1)
                .setPayload(payload)
                .setOutcomes(List.of("ACCEPTED", "DECLINED", "NEEDS_INFO"))
                .setRule("R1");
    }

    private static Party party(DeliveryAddress address) {
        return new Party(
                new PartyId("jobcoach-noord"),
                Map.of("nl", "Jobcoach Noord"),
                Party.Region.NL,
                Set.of(Role.COACH_ORGANISATION),
                false,
                List.of(),
                List.of(),
                address,
                List.of(),
                List.of(),
                Optional.empty(),
                "fr",
                ZoneId.of("Europe/Amsterdam"),
                Duration.ofDays(30),
                8,
                Optional.empty(),
                Optional.empty(),
                Party.RecordFailure.PARK_CASE,
                List.of(),
                1);
    }
}
