package eu.estafette.kit.check;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.RoleClaim;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.Identities;
import eu.estafette.schemas.PayloadCodec;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a message that passes. */
class AcceptedEventTest {

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());

    private final Door door = Door.inTest();

    @Test
    void anEventCarriesAllThatWasSaid() {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.put("correlationid", "corr-1");
        attributes.put("causationid", "cause-1");
        attributes.put("relatedto", "earlier");
        attributes.put("relatedtosource", "urn:estafette:party:jobcoach-noord");
        var data = Door.json(
                Door.referral(
                        "'action':'CORRECTION','version':2,'as':'REFERRER','ruleset':'netherlands-municipality',"
                                + "'roles':[{'role':'REFERRER','party':'gemeente-oost'},{'role':'COACH','party':'jobcoach-noord','person':'kim','coachKind':'EXTERNAL'}],"
                                + "'decideBefore':'2026-03-09','hours':8.5,'contact':'Kim, 06-1','need':[{'scheme':'ESTAFETTE','code':'DEBT'}]"));

        // When
        var accepted = (Verdict.Accepted) door.check("gemeente-oost", attributes, data);

        // Then
        CaseEvent event = accepted.event();
        assertThat(accepted.subject()).isEqualTo(Door.TOKENS.subjectKey("BSN", Door.BSN));
        assertThat(event.getId()).isEqualTo("7d1c-0001");
        assertThat(event.getSource()).isEqualTo("urn:estafette:party:gemeente-oost");
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.referral.notify.requested");
        assertThat(event.getTime()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(event.getRecordedTime()).isEqualTo(Door.NOW);
        assertThat(event.getParty()).isEqualTo("gemeente-oost");
        assertThat(event.getAs()).isEqualTo("REFERRER");
        assertThat(event.getAction()).isEqualTo("CORRECTION");
        assertThat(event.getBusinessKey()).isEqualTo("K-1");
        assertThat(event.getEventVersion()).isEqualTo(2);
        assertThat(event.getOccurredOn()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(event.getPartial()).isFalse();
        assertThat(event.getCaseRef()).isNull();
        assertThat(event.getRuleset()).isEqualTo("netherlands-municipality");
        assertThat(event.getRoles())
                .containsExactly(
                        new RoleClaim("REFERRER", "gemeente-oost", null, null),
                        new RoleClaim("COACH", "jobcoach-noord", "kim", "EXTERNAL"));
        assertThat(event.getCorrelationId()).isEqualTo("corr-1");
        assertThat(event.getCausationId()).isEqualTo("cause-1");
        assertThat(event.getRelatedTo()).isEqualTo("earlier");
        assertThat(event.getRelatedToSource()).isEqualTo("urn:estafette:party:jobcoach-noord");
        assertThat(Identities.unseal(Objects.requireNonNull(event.getIdentity())))
                .isEqualTo(new Identity("BSN", Door.BSN, "Sam", "Jansen"));
        GenericRecord content = content(event);
        assertThat(content.get("decideBefore")).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat((BigDecimal) content.get("hours")).isEqualByComparingTo("8.5");
        assertThat(content.get("contact")).isEqualTo("Kim, 06-1");
        assertThat(content.get("need"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .singleElement()
                .satisfies(
                        need -> assertThat(((GenericRecord) need).get("code")).isEqualTo("DEBT"));
    }

    @Test
    void whatIsNotSaidIsTakenFromTheDefaults() {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.remove("time");

        // When
        var accepted = (Verdict.Accepted) door.check("gemeente-oost", attributes, Door.json(Door.referral("")));

        // Then
        assertThat(accepted.event().getTime()).isEqualTo(Door.NOW);
        assertThat(accepted.event().getAction()).isEqualTo("ORIGINAL");
        assertThat(accepted.event().getEventVersion()).isEqualTo(1);
        assertThat(accepted.event().getRoles()).isEmpty();
        assertThat(accepted.event().getDroppedFields()).isEmpty();
    }

    @Test
    void theOpenPartShowsNothingProtected() {
        // When
        CaseEvent event = door.accept("gemeente-oost", "referral.requested", Door.referral("'contact':'Kim, 06-1'"))
                .event();

        // Then
        String open = text(event.getPayload().getOpen());
        assertThat(open).contains("JOB_COACHING").doesNotContain("Kim").doesNotContain(Door.BSN);
    }

    @Test
    void numbersTypedByHandArriveInTheirOwnForm() {
        // Given
        String data =
                "{'subject':{'scheme':'INSZ','number':'93.05.18-223.61'},'occurredOn':'2026-03-02','businessKey':'K',"
                        + "'startDate':'2026-03-16','plannedEnd':'9999-12-31','employer':{'scheme':'KBO','number':'400.767.772','name':'Winkel'}}";

        // When
        var accepted = door.accept("winkel", "employment.started", data);

        // Then
        assertThat(accepted.subject()).isEqualTo(Door.TOKENS.subjectKey("INSZ", "93051822361"));
        assertThat(Identities.unseal(Objects.requireNonNull(accepted.event().getIdentity()))
                        .getNumber())
                .isEqualTo("93051822361");
        GenericRecord content = content(accepted.event());
        assertThat(((GenericRecord) content.get("employer")).get("number")).isEqualTo("0400767772");
        assertThat(content.get("plannedEnd")).as("9999-12-31 means no end").isNull();
    }

    @Test
    void aCaseRefStandsForItsSubjectAndIdentifiesNobody() {
        // Given
        var subject = Door.TOKENS.subjectKey("BSN", Door.BSN);
        String caseRef = Door.TOKENS.caseRef(subject, 1);
        String data = "{'subject':{'caseRef':'" + caseRef + "'},'occurredOn':'2026-03-02','businessKey':'K',"
                + "'role':'COACH','party':'jobcoach-noord','from':'2026-03-02'}";

        // When
        var accepted = door.accept("jobcoach-noord", "role.assigned", data);

        // Then
        assertThat(accepted.subject()).isEqualTo(subject);
        assertThat(accepted.event().getCaseRef()).isEqualTo(caseRef);
        assertThat(accepted.event().getIdentity()).isNull();
    }

    @Test
    void judgementsAreDroppedAtAnyDepthAndNamed() {
        // Given
        String data = Door.data(
                "'periodStart':'2026-01-01','periodEnd':'2026-02-01','motivation':'low','privateRemarks':{'a':1},"
                        + "'goals':[{'goal':{'scheme':'X','code':'Y','diagnosis':'ADHD'},'status':'OPEN','assessment':3}]");

        // When
        var accepted = door.accept("jobcoach-noord", "coaching.reported", data);

        // Then
        List<String> names = List.of("motivation", "privateRemarks", "goals[0].assessment", "goals[0].goal.diagnosis");
        assertThat(accepted.droppedFields()).containsExactlyElementsOf(names);
        assertThat(accepted.event().getDroppedFields()).containsExactlyElementsOf(names);
        assertThat(text(accepted.event().getPayload().getOpen())).doesNotContain("ADHD");
    }

    @Test
    void aWithdrawalNeedsNothingBesideItsKey() {
        // Given
        String data = "{'subject':{'scheme':'BSN','number':'" + Door.BSN
                + "'},'businessKey':'K','action':'WITHDRAWAL','version':2}";

        // When
        CaseEvent event = door.accept("winkel", "employment.started", data).event();

        // Then
        assertThat(event.getPayload()).isNull();
        assertThat(event.getOccurredOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aPartialMessageOfAConnectorSaysSo() {
        // Given
        var message = new IncomingEvent(
                new java.util.LinkedHashMap<>(Door.attributes("dimona", "employment.changed")),
                Door.json(Door.data("'plannedEnd':'2026-12-31'")),
                IncomingEvent.Where.BODY,
                true,
                java.util.Optional.empty());

        // When
        var accepted = (Verdict.Accepted) door.check("dimona", message);

        // Then
        assertThat(accepted.event().getPartial()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind':{'code':'JOB_COACHING','scheme':'ESTAFETTE'},'hours':8.50",
                "'hours':85E-1,'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING','text':null},'decideBefore':null",
                "'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'},'hours':8.5,'version':3,'action':'CORRECTION','assessment':'x'",
            })
    void theDigestIsThatOfTheMeaningNotOfTheSpelling(String spelling) {
        // Given
        String plain = "'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'},'hours':8.5";

        // When / Then
        assertThat(digest(Door.data(spelling))).isEqualTo(digest(Door.data(plain)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'kind':{'scheme':'ESTAFETTE','code':'TRAINING'}",
                "'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'},'contact':'Kim'",
                "'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'},'ruleset':'flanders'",
                "'kind':{'scheme':'ESTAFETTE','code':'JOB_COACHING'},'roles':[{'role':'REFERRER','party':'gemeente-oost'}]",
            })
    void anotherMeaningHasAnotherDigest(String other) {
        assertThat(digest(Door.data(other))).isNotEqualTo(digest(Door.referral("")));
    }

    @Test
    void theDigestDoesNotHangOnHowThePersonWasNamed() {
        // Given
        String byNumber = Door.referral("").replace(",'givenName':'Sam','familyName':'Jansen'", "");
        String typed = byNumber.replace(Door.BSN, "9999-90-342");
        String caseRef = Door.TOKENS.caseRef(Door.TOKENS.subjectKey("BSN", Door.BSN), 1);
        String byCase =
                byNumber.replace("{'scheme':'BSN','number':'" + Door.BSN + "'}", "{'caseRef':'" + caseRef + "'}");

        // When / Then
        assertThat(byCase).contains("caseRef");
        assertThat(digest(typed))
                .isEqualTo(digest(byNumber))
                .isEqualTo(digest(byCase))
                .hasSize(32);
    }

    private byte[] digest(String data) {
        ByteBuffer digest = door.accept("gemeente-oost", "referral.requested", data)
                .event()
                .getDigest()
                .duplicate();
        byte[] bytes = new byte[digest.remaining()];
        digest.get(bytes);
        return bytes;
    }

    private static GenericRecord content(CaseEvent event) {
        return PAYLOADS.read(Objects.requireNonNull(event.getPayload()));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }
}
