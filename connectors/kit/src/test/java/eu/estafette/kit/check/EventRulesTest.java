package eu.estafette.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers and rules: what can be read but is answered 422, and who is answered 403. */
class EventRulesTest {

    private final Door door = Door.inTest();

    @Test
    void wrongCheckDigitsAreToldByFieldAndOnlyThoseOfOrganisationsByValue() {
        // Given
        String data = "{'subject':{'scheme':'INSZ','number':'80110927812'},'occurredOn':'2026-03-02','businessKey':'K',"
                + "'startDate':'2026-03-16','employer':{'scheme':'KBO','number':'0884303370'},"
                + "'workplace':{'scheme':'OIN','number':'00000001822477349000'}}";

        // When
        List<Issue> issues = door.refuse(Stage.IDENTIFIER, "winkel", "employment.started", data);

        // Then
        assertThat(issues)
                .extracting(Issue::name, Issue::code, Issue::value)
                .containsExactly(
                        tuple("data.subject.number", "invalidPersonNumber", Optional.empty()),
                        tuple("data.employer.number", "invalidPartyNumber", Optional.empty()),
                        tuple("data.workplace.number", "invalidPartyNumber", Optional.empty()));
    }

    @Test
    void aShortCompanyNumberIsToldBack() {
        assertThat(door.refuse(
                        Stage.IDENTIFIER,
                        "winkel",
                        "employment.started",
                        Door.data("'startDate':'2026-03-16','employer':{'scheme':'KVK','number':'687501'}")))
                .extracting(Issue::value)
                .containsExactly(Optional.of("687501"));
    }

    @Test
    void aBusinessKeyOrAttributeWithThePersonsNumberIsRefused() {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.put("id", "ref-9999.90.342-1");
        var data = Door.json(Door.referral("").replace("K-1", "REF/99999-0342"));

        // When
        List<Issue> issues = Door.issues(Stage.IDENTIFIER, door.check("gemeente-oost", attributes, data));

        // Then
        assertThat(issues)
                .extracting(Issue::name, Issue::code, Issue::value)
                .containsExactly(
                        tuple("data.businessKey", "personNumberInKey", Optional.empty()),
                        tuple("id", "personNumberInKey", Optional.empty()));
    }

    @Test
    void aBusinessKeyWithANumberThatLostItsZeroIsRefusedToo() {
        // Given
        String data = Door.referral("").replace(Door.BSN, "022264541").replace("K-1", "22264541");

        // When / Then
        assertThat(door.refuse(Stage.IDENTIFIER, "gemeente-oost", "referral.requested", data))
                .extracting(Issue::name)
                .containsExactly("data.businessKey");
    }

    @ParameterizedTest
    @CsvSource({"BSN, 999990342, 999990342", "BSN, 022264541, 22264541", "INSZ, 93051822361, 93.05.18-223.61"})
    void aBusinessKeyWithTheNumberOfAPersonKnownByCaseRefIsRefused(String scheme, String number, String typed) {
        // Given
        String caseRef = Door.TOKENS.caseRef(Door.TOKENS.subjectKey(scheme, number), 1);
        String data = "{'subject':{'caseRef':'" + caseRef + "'},'occurredOn':'2026-03-02','businessKey':'A-" + typed
                + "-7','kind':{'scheme':'ESTAFETTE','code':'OTHER'}}";

        // When / Then
        assertThat(door.refuse(Stage.IDENTIFIER, "gemeente-oost", "referral.requested", data))
                .extracting(Issue::code)
                .containsExactly("personNumberInKey");
    }

    @Test
    void aCaseRefThatThisHubNeverMadeIsRefused() {
        // Given
        String caseRef = Door.TOKENS.caseRef(Door.TOKENS.subjectKey("BSN", Door.BSN), 1);
        String mistyped = caseRef.substring(0, 9) + (caseRef.charAt(9) == 'A' ? 'B' : 'A') + caseRef.substring(10);
        String data = "{'subject':{'caseRef':'" + mistyped + "'},'occurredOn':'2026-03-02','businessKey':'K',"
                + "'resumedOn':'2026-03-01','extent':'FULL'}";

        // When / Then
        assertThat(door.refuse(Stage.IDENTIFIER, "winkel", "absence.resumed", data))
                .extracting(Issue::name, Issue::code)
                .containsExactly(tuple("data.subject.caseRef", "invalidCaseRef"));
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "coaching.started | jobcoach-noord | 'startDate':'2026-03-16','plannedEnd':'2026-03-15' | plannedEnd",
                "coaching.reported | jobcoach-noord | 'periodStart':'2026-03-16','periodEnd':'2026-03-15' | periodEnd",
                "training.progressed | gemeente-oost | 'status':'ENROLLED','course':{'scheme':'X','code':'Y'},'expectedStart':'2026-03-16','plannedEnd':'2026-03-15' | plannedEnd",
                "absence.reported | winkel | 'kind':'SICK','firstDay':'2026-03-16','expectedReturn':'2026-03-15' | expectedReturn",
                "consent.given | jobcoach-noord | 'by':'SUBJECT','scope':['EMPLOYMENT'],'to':['WELFARE'],'form':'ORAL','givenOn':'2026-03-16','until':'2026-03-15' | until",
                "appointment.changed | gemeente-oost | 'method':'REQUEST','start':'2026-03-16T10:00:00+01:00','end':'2026-03-16T08:59:00Z' | end",
            })
    void anEndBeforeItsStartIsRefused(String type, String party, String fields, String faulty) {
        assertThat(door.refuse(Stage.RULE, party, type, Door.data(fields)))
                .extracting(Issue::name, Issue::code)
                .containsExactly(tuple("data." + faulty, "endBeforeStart"));
    }

    @Test
    void anEndOnItsStartIsNoFault() {
        assertThat(door.check(
                        "jobcoach-noord",
                        "coaching.started",
                        Door.data("'startDate':'2026-03-16','plannedEnd':'2026-03-16'")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void allRulesThatAreBrokenAreNamed() {
        // Given
        String data =
                Door.referral("'ruleset':'atlantis','as':'COACH','roles':[{'role':'COACH','party':'gemeente-oost'},"
                        + "{'role':'REFERRER','party':'gemeente-west'},{'role':'SUBJECT','party':'jobcoach-noord'}]");

        // When
        List<Issue> issues = door.refuse(Stage.RULE, "gemeente-oost", "referral.requested", data);

        // Then
        assertThat(issues)
                .extracting(Issue::name, Issue::code)
                .containsExactlyInAnyOrder(
                        tuple("data.ruleset", "unknownRuleset"),
                        tuple("data.as", "roleNotHeld"),
                        tuple("data.roles[0].role", "roleNotHeld"),
                        tuple("data.roles[1].party", "unknownParty"),
                        tuple("data.roles[2].role", "roleNotHeld"));
    }

    @ParameterizedTest
    @CsvSource({"SUBJECT", "EMPLOYER", "WORKPLACE", "OPERATOR"})
    void rolesThatFollowFromTheCaseAreNotAssigned(String role) {
        // Given
        String fields = "'role':'" + role + "','party':'winkel',";

        // When / Then
        assertThat(door.refuse(Stage.RULE, "gemeente-oost", "role.assigned", Door.data(fields + "'from':'2026-03-02'")))
                .extracting(Issue::code)
                .containsExactly("roleNotAssignable");
        assertThat(door.refuse(Stage.RULE, "gemeente-oost", "role.ended", Door.data(fields + "'until':'2026-03-02'")))
                .extracting(Issue::code)
                .containsExactly("roleNotAssignable");
    }

    @Test
    void aRoleIsAssignedToAPartyThatMayHoldItAndTakenFromAnyThatIsKnown() {
        // Given
        String role = "'role':'COACH','party':'gemeente-oost',";

        // When / Then
        assertThat(door.refuse(Stage.RULE, "gemeente-oost", "role.assigned", Door.data(role + "'from':'2026-03-02'")))
                .extracting(Issue::name, Issue::code)
                .containsExactly(tuple("data.role", "roleNotHeld"));
        assertThat(door.check("gemeente-oost", "role.ended", Door.data(role + "'until':'2026-03-02'")))
                .isInstanceOf(Verdict.Accepted.class);
        assertThat(door.refuse(
                        Stage.RULE,
                        "gemeente-oost",
                        "role.ended",
                        Door.data("'role':'COACH','party':'nobody','until':'2026-03-02'")))
                .extracting(Issue::code)
                .containsExactly("unknownParty");
    }

    @Test
    void anEmployerNamedByPartyIdIsAPartyOfTheHub() {
        assertThat(door.refuse(
                        Stage.RULE,
                        "winkel",
                        "employment.started",
                        Door.data("'startDate':'2026-03-16','employer':{'scheme':'ESTAFETTE','number':'nobody'}")))
                .extracting(Issue::name, Issue::code)
                .containsExactly(tuple("data.employer.number", "unknownParty"));
    }

    @Test
    void testNumbersAreRefusedInProductionOnly() {
        // Given
        String data =
                "{'subject':{'scheme':'INSZ','number':'91.61.01-001.76'},'occurredOn':'2026-03-02','businessKey':'K',"
                        + "'startDate':'2026-03-16','employer':{'scheme':'OIN','number':'00000099000000001000'}}";

        // When
        List<Issue> issues = Door.inProduction().refuse(Stage.RULE, "winkel", "employment.started", data);

        // Then
        assertThat(issues)
                .extracting(Issue::name, Issue::code, Issue::value)
                .containsExactly(
                        tuple("data.subject.number", "testNumber", Optional.empty()),
                        tuple("data.employer.number", "testNumber", Optional.empty()));
        assertThat(door.check("winkel", "employment.started", data)).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void onlyWhatEndsOrDecidesCanBeReopened() {
        assertThat(door.refuse(Stage.RULE, "gemeente-oost", "referral.requested", Door.data("'action':'REOPENING'")))
                .extracting(Issue::name, Issue::code)
                .containsExactly(tuple("data.action", "notReopenable"));
        assertThat(door.check("gemeente-oost", "employment.ended", Door.data("'action':'REOPENING','version':2")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "winkel, coaching.decided",
        "dimona, referral.requested",
        "gemeente-oost, clock.rang",
        "dimona, step.overdue",
        "gemeente-oost, notice.edited",
        "gemeente-oost, hold.reviewed",
    })
    void aPartyWithNoneOfTheRolesOfATypeMayNotSendIt(String party, String type) {
        assertThat(door.check(party, type, "{}")).isInstanceOfSatisfying(Verdict.NotAllowed.class, not -> assertThat(
                        not.issue().code())
                .isEqualTo("senderNotEntitled"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({"gemeente-oost, employment.ended", "dimona, employment.ended", "jobcoach-noord, coaching.decided"})
    void oneFittingRoleIsEnough(String party, String type) {
        assertThat(door.check(party, type, "{}")).isInstanceOf(Verdict.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"urn:estafette:party:winkel", "urn:somebody:else", "urn:nld:oin:00000001822477348001"})
    void aSourceOfAnotherIsForbiddenWhateverElseIsWrong(String source) {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.put("source", source);
        attributes.remove("id");

        // When
        Verdict verdict = door.check("gemeente-oost", attributes, Door.json("{}"));

        // Then
        assertThat(verdict).isInstanceOfSatisfying(Verdict.NotAllowed.class, not -> assertThat(
                        not.issue().code())
                .isEqualTo("sourceNotYours"));
    }

    @Test
    void aSourceMayBeAnOinWithASystem() {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.put("source", "urn:nld:oin:00000001822477348000:systeem:zaken");

        // When / Then
        assertThat(door.check("gemeente-oost", attributes, Door.json(Door.referral(""))))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void anAnswerIsAboutTheNoticeOfItsSender() {
        // Given
        String noticeId = Door.TOKENS.noticeId(Door.TOKENS.subjectKey("BSN", Door.BSN), 3, "jobcoach-noord");
        String answer = "'businessKey':'A-1','occurredOn':'2026-03-02','noticeId':'" + noticeId
                + "','level':'BUSINESS','outcome':'ACCEPTED'";

        // When / Then
        assertThat(door.accept("jobcoach-noord", "notice.answered", "{" + answer + "}")
                        .subject())
                .isEqualTo(Door.TOKENS.subjectKey("BSN", Door.BSN));
        assertThat(door.refuse(Stage.IDENTIFIER, "winkel", "notice.answered", "{" + answer + "}"))
                .extracting(Issue::code)
                .containsExactly("unknownNotice");
        assertThat(door.refuse(
                        Stage.IDENTIFIER,
                        "jobcoach-noord",
                        "notice.answered",
                        "{'subject':{'scheme':'BSN','number':'111222333'}," + answer + "}"))
                .extracting(Issue::code)
                .containsExactly("otherPerson");
    }

    @ParameterizedTest
    @CsvSource({
        "999990342, 111222333, 999990342, ''",
        "999990342, 111222333, 111222333, ''",
        "999990342, 111222333, 123456782, otherPerson",
        "999990342, 999990342, 999990342, sameNumber",
    })
    void aRenumberingIsKeyedByTheOldNumber(String old, String renewed, String subject, String fault) {
        // Given
        String data = "{'subject':{'scheme':'BSN','number':'" + subject
                + "'},'occurredOn':'2026-03-02','businessKey':'K'," + "'old':{'scheme':'BSN','number':'" + old
                + "'},'new':{'scheme':'BSN','number':'" + renewed + "'}}";

        // When
        Verdict verdict = door.check("gemeente-oost", "person.renumbered", data);

        // Then
        if (fault.isEmpty()) {
            assertThat(((Verdict.Accepted) verdict).subject()).isEqualTo(Door.TOKENS.subjectKey("BSN", old));
        } else {
            assertThat(Door.issues(Stage.IDENTIFIER, verdict))
                    .extracting(Issue::code)
                    .containsExactly(fault);
        }
    }
}
