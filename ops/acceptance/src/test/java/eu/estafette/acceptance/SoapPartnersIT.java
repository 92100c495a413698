package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.kit.rig.SoapCaller;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** What partners tell by SOAP, with a client of their own, and what others hear of it. */
class SoapPartnersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String EMPLOYER = "fabriek-zuid";
    private static final String COACHES = "coaches-zuid";
    private static final String AGENCY = "ziektewet-zuid";
    private static final String STAFFING = "uitzend-zuid";
    private static final String MUNICIPALITY = "gemeente-zuid";

    @TempDir
    static Path folder;

    private static Jvm hub;
    private static PartnerApi api;
    private static Story story;

    @BeforeAll
    static void start() throws Exception {
        Path parties = Files.createDirectories(folder.resolve("config").resolve("parties"));
        write(parties, MUNICIPALITY, "[REFERRER, COMMISSIONER]", "");
        write(parties, COACHES, "[COACH_ORGANISATION, COACH]", "");
        write(parties, AGENCY, "[EMPLOYMENT_SERVICE]", "");
        write(parties, EMPLOYER, "[EMPLOYER]", "receive: [{by: uwv-absence}]");
        write(parties, STAFFING, "[EMPLOYER]", "receive: [{by: setu}]");
        hub = Jvm.hub(folder, "--config", folder.resolve("config").toString());
        api = new PartnerApi(hub.address());
        story = Story.of(api);
    }

    private static void write(Path parties, String id, String roles, String more) throws Exception {
        Files.writeString(parties.resolve(id + ".yaml"), """
                id: %1$s
                name: {nl: %1$s, fr: %1$s, en: %1$s}
                region: NL
                roles: %2$s
                deliver: {by: mailbox}
                outage: P30D
                ruleset: netherlands-uwv
                language: nl
                %3$s
                """.formatted(id, roles, more));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void theBenefitAgencyHearsWhySomebodyIsIllTheCoachOnlyThat() throws Exception {
        // Given
        String bsn = "999990342";
        openCase(bsn, "R1");
        story.post(COACHES, "job-R1", "employment.started", """
                "subject":{"scheme":"BSN","number":"%s"},"occurredOn":"2026-02-02","action":"ORIGINAL","businessKey":"JOB-1",
                "employer":{"scheme":"ESTAFETTE","number":"%s"},"startDate":"2026-02-02"
                """.formatted(bsn, EMPLOYER));
        soon(() -> assertThat(story.state(COACHES, "job-R1")).isEqualTo("ROUTED"));

        // When: it is sent twice, an older one comes late, and then it is over
        Element first = absence(ill(bsn, "20260302120000", "2"));
        absence(ill(bsn, "20260302120000", "2"));
        absence(ill(bsn, "20260302080000", "1"));
        absence(message(
                bsn,
                "<MeldingWerkhervatting><DatTijdOpstellenMelding>20260302130000</DatTijdOpstellenMelding>"
                        + "<DatEersteAoDag>20260227</DatEersteAoDag><VolledigHersteld><DatHersteld>20260302</DatHersteld>"
                        + "</VolledigHersteld></MeldingWerkhervatting>"));

        // Then
        assertThat(first.getLocalName()).isEqualTo("UwvZwMeldingInternBodyResponse");
        soon(() -> assertThat(views(AGENCY)).contains("absence-full", "absence-fact"));
        assertThat(views(AGENCY)).filteredOn("absence-full"::equals).hasSize(1);
        assertThat(story.mailbox(AGENCY)).contains("AO-04").contains("\"contractEnds\":false");
        soon(() -> assertThat(views(COACHES)).filteredOn("absence-fact"::equals).hasSizeGreaterThanOrEqualTo(2));
        for (String other : List.of(COACHES, MUNICIPALITY, EMPLOYER)) {
            assertThat(story.mailbox(other)).as(other).doesNotContain("AO-04", "UWV-ZW-REDEN", "cause");
        }
        assertThat(journal()).doesNotContain("AO-04", "UWV-ZW-REDEN", bsn);
    }

    @Test
    void anAssignmentIsAnEmploymentUntilItsStatusTakesItBack() throws Exception {
        // Given: the staffing company employs the person, and the hub knows it by the coach
        String bsn = "111222333";
        openCase(bsn, "R2");
        story.post(COACHES, "job-R2", "employment.started", """
                "subject":{"scheme":"BSN","number":"%s"},"occurredOn":"2026-02-02","action":"ORIGINAL","businessKey":"JOB-2",
                "employer":{"scheme":"ESTAFETTE","number":"%s"},"startDate":"2026-02-02"
                """.formatted(bsn, STAFFING));
        soon(() -> assertThat(story.state(COACHES, "job-R2")).isEqualTo("ROUTED"));

        // When
        assertThat(setu(assignment(bsn)).getLocalName()).isEqualTo("Acknowledgement");
        soon(() -> assertThat(story.mailbox(COACHES)).contains("\"businessKey\":\"A-1\"", "Magazijnmedewerker"));
        setu(STATUS);

        // Then
        soon(() -> assertThat(views(COACHES)).contains("withdrawn"));
        assertThat(api.json("/api/ops/invalid", api.token("operator")).path("items"))
                .isEmpty();
    }

    private static final String STATUS = """
            <Assignment xmlns="http://ns.hr-xml.org/2007-04-15" assignmentStatus="cancelled">
            <AssignmentId idOwner="StaffingCompany"><IdValue>A-1</IdValue></AssignmentId>
            <ReferenceInformation><HumanResourceId><IdValue/></HumanResourceId></ReferenceInformation>
            <AssignmentDateRange><StartDate>1111-11-11</StartDate></AssignmentDateRange></Assignment>
            """;

    private static String assignment(String bsn) {
        return """
                <s:AssignmentRequestElement xmlns:s="http://ns.setu.nl/SETUWebServices/2020-01">
                <Assignment xmlns="http://ns.hr-xml.org/2007-04-15" assignmentStatus="active">
                <AssignmentId idOwner="StaffingCompany"><IdValue>A-1</IdValue></AssignmentId>
                <ReferenceInformation><StaffingCustomerId idOwner="KvK"><IdValue>68750114</IdValue></StaffingCustomerId>
                <HumanResourceId idOwner="StaffingCompany"><IdValue name="BSN">%s</IdValue></HumanResourceId>
                <PositionId><IdValue/></PositionId></ReferenceInformation><CustomerReportingRequirements/>
                <StaffingShift shiftPeriod="weekly"><Id><IdValue/></Id><Hours>24</Hours></StaffingShift>
                <AssignmentDateRange><StartDate>2026-06-01</StartDate></AssignmentDateRange>
                <UserArea><AssignmentAdditionalNL xmlns="http://ns.setu.nl/2020-01"><SETUVersionId>1.4</SETUVersionId>
                <JobTitle>Magazijnmedewerker</JobTitle></AssignmentAdditionalNL></UserArea></Assignment>
                </s:AssignmentRequestElement>
                """.formatted(bsn);
    }

    private static Element setu(String message) throws Exception {
        try (var caller = new SoapCaller(URI.create(hub.address() + "/api/soap/setu"))) {
            return caller.call(api.token(STAFFING), message);
        }
    }

    /** Taken: CXF throws where there is a fault. */
    private static Element absence(String message) throws Exception {
        try (var caller = new SoapCaller(URI.create(hub.address() + "/api/soap/uwv-absence"))) {
            Element answer = caller.call(api.token(EMPLOYER), message);
            assertThat(answer.getTextContent()).isEmpty();
            return answer;
        }
    }

    private static String ill(String bsn, String stamp, String contractEnds) {
        return message(
                bsn,
                "<MeldingZiekte><DatTijdOpstellenMelding>" + stamp + "</DatTijdOpstellenMelding>"
                        + "<DatEersteAoDag>20260227</DatEersteAoDag><CdRedenAangifteAo>04</CdRedenAangifteAo>"
                        + "<IndEDnstvrbndCtrTijdensZiekte>" + contractEnds
                        + "</IndEDnstvrbndCtrTijdensZiekte></MeldingZiekte>");
    }

    private static String message(String bsn, String report) {
        return "<UwvZwMeldingInternBody xmlns=\"http://schemas.uwv.nl/UwvML/Berichten/UwvZwMeldingInternBody-v0428\">"
                + "<NatuurlijkPersoon><Burgerservicenr>" + bsn + "</Burgerservicenr></NatuurlijkPersoon>" + report
                + "</UwvZwMeldingInternBody>";
    }

    private static void openCase(String bsn, String key) throws Exception {
        story.post(MUNICIPALITY, "open-" + key, "referral.requested", """
                "subject":{"scheme":"BSN","number":"%s"},"occurredOn":"2026-01-12","action":"ORIGINAL","businessKey":"%s",
                "ruleset":"netherlands-uwv","kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"},
                "roles":[{"role":"REFERRER","party":"gemeente-zuid"},{"role":"COMMISSIONER","party":"gemeente-zuid"},
                         {"role":"EMPLOYMENT_SERVICE","party":"ziektewet-zuid"},
                         {"role":"COACH_ORGANISATION","party":"coaches-zuid"},{"role":"COACH","party":"coaches-zuid"}]
                """.formatted(bsn, key));
        soon(() -> assertThat(story.state(MUNICIPALITY, "open-" + key)).isEqualTo("ROUTED"));
    }

    private static List<String> views(String party) throws Exception {
        return api.json("/api/notices?state=all", api.token(party)).path("items").findValues("view").stream()
                .map(view -> view.path("name").asText())
                .toList();
    }

    private static String journal() throws Exception {
        JsonNode trace = api.json("/api/ops/trace/open-R1", api.token("operator"));
        return trace.toString();
    }

    private static void soon(ThrowingCallable holds) {
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .untilAsserted(holds::call);
    }
}
