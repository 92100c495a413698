package eu.estafette.kit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.MissingNode;
import eu.estafette.kit.check.IncomingEvent.Where;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSyntaxTest {

    private final Door door = Door.inTest();

    @Test
    void everyFaultIsNamedAtOnceWithItsPath() {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.remove("id");
        attributes.put("specversion", "0.3");
        attributes.put("time", "yesterday");
        var data = Door.json("{'subject':{'scheme':'SSN','number':'1','nickname':'Sam'},'occurredOn':'2026-02-30',"
                + "'action':'DELETE','version':0,'requestedStart':16,'decideBefore':'soon','hours':'8',"
                + "'need':[{'code':'HOUSING'},'DEBT'],'language':'D7','briefing':{'text':'" + "x".repeat(501)
                + "','authorRole':'KING'},'colour':'red','roles':[{'role':'BOSS','party':'gemeente-oost'}]}");

        // When
        List<Issue> issues = Door.issues(Stage.SYNTAX, door.check("gemeente-oost", attributes, data));

        // Then
        assertThat(issues)
                .extracting(Issue::name, Issue::code)
                .containsExactlyInAnyOrder(
                        tuple("specversion", "unsupportedVersion"),
                        tuple("id", "missingAttribute"),
                        tuple("time", "invalidAttribute"),
                        tuple("data.subject.scheme", "unknownValue"),
                        tuple("data.subject.nickname", "unknownField"),
                        tuple("data.occurredOn", "invalidDate"),
                        tuple("data.action", "unknownValue"),
                        tuple("data.version", "wrongType"),
                        tuple("data.businessKey", "required"),
                        tuple("data.kind", "required"),
                        tuple("data.requestedStart", "wrongType"),
                        tuple("data.decideBefore", "invalidDate"),
                        tuple("data.hours", "wrongType"),
                        tuple("data.need[0].scheme", "required"),
                        tuple("data.need[1]", "wrongType"),
                        tuple("data.language", "unknownValue"),
                        tuple("data.briefing.text", "tooLong"),
                        tuple("data.briefing.authorRole", "unknownValue"),
                        tuple("data.colour", "unknownField"),
                        tuple("data.roles[0].role", "unknownValue"));
    }

    @Test
    void anAttributeFromAHeaderIsNamedAsTheHeader() {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.remove("id");
        var message = IncomingEvent.of(attributes, Door.json(Door.referral("")), Where.HEADERS);

        // When
        List<Issue> issues = Door.issues(Stage.SYNTAX, door.check("gemeente-oost", message));

        // Then
        assertThat(issues)
                .singleElement()
                .isEqualTo(
                        new Issue(Stage.SYNTAX, "missingAttribute", "header", "ce-id", Optional.empty(), "is missing"));
    }

    @Test
    void aMessageWithoutDataStillHearsOfItsAttributes() {
        // Given
        Map<String, String> attributes = Map.of("type", "eu.estafette.case.v1.weather.notify.changed");

        // When
        List<Issue> issues =
                Door.issues(Stage.SYNTAX, door.check("gemeente-oost", attributes, MissingNode.getInstance()));

        // Then
        assertThat(issues)
                .extracting(Issue::name, Issue::code)
                .containsExactlyInAnyOrder(
                        tuple("specversion", "missingAttribute"),
                        tuple("id", "missingAttribute"),
                        tuple("source", "missingAttribute"),
                        tuple("type", "unknownType"),
                        tuple("data", "required"));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "id, with blank, id",
        "id, a/b, id",
        "id, a;b, id",
        "relatedto, x, relatedtosource",
        "relatedtosource, x, relatedto",
        "service, be.nsso.employer.v1, service",
        "dataclassification, cosmic, dataclassification",
        "Upper, x, Upper",
        "time, 2026-03-02T09:15:00, time",
        "time, 2026-02-30T09:15:00Z, time",
    })
    void anAttributeOutsideItsProfileIsRefused(String name, String value, String faulty) {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.put(name, value);

        // When
        var verdict = door.check("gemeente-oost", attributes, Door.json(Door.referral("")));

        // Then
        assertThat(Door.issues(Stage.SYNTAX, verdict)).extracting(Issue::name).containsExactly(faulty);
    }

    @Test
    void anIdOfMoreThan200CharactersIsRefusedAndNotEchoed() {
        // Given
        var attributes = Door.attributes("gemeente-oost", "referral.requested");
        attributes.put("id", "x".repeat(201));

        // When
        var issues = Door.issues(Stage.SYNTAX, door.check("gemeente-oost", attributes, Door.json(Door.referral(""))));

        // Then
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.name()).isEqualTo("id");
            assertThat(issue.value()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.25", "8", "12345678.1234", "0.0000", "80E-1", "-1"})
    void aDecimalOfTwelveDigitsIsTaken(String number) {
        assertThat(door.check("gemeente-oost", "referral.requested", Door.referral("'hours':" + number)))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.12345", "123456789", "1E999999999", "1E-999999999", "'8'", "true"})
    void anotherNumberIsNot(String number) {
        assertThat(door.refuse(Stage.SYNTAX, "gemeente-oost", "referral.requested", Door.referral("'hours':" + number)))
                .extracting(Issue::name)
                .containsExactly("data.hours");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'scheme':'BSN'}",
                "{'number':'999990342'}",
                "{'caseRef':'E1-X','scheme':'BSN','number':'999990342'}",
                "'Sam'",
                "null"
            })
    void aSubjectIsEitherANumberWithItsSchemeOrACase(String subject) {
        // Given
        String data = "{'subject':" + subject
                + ",'occurredOn':'2026-03-02','businessKey':'K','kind':{'scheme':'ESTAFETTE','code':'OTHER'}}";

        // When
        var issues = door.refuse(Stage.SYNTAX, "gemeente-oost", "referral.requested", data);

        // Then
        assertThat(issues).singleElement().satisfies(issue -> {
            assertThat(issue.name()).startsWith("data.subject");
            assertThat(issue.value()).isEmpty();
        });
    }

    @Test
    void partsOfOthersAreUnknownFields() {
        // Given an event that opens no case, with what only openers and only the hub may say
        String data = Door.data("'periodStart':'2026-01-01','periodEnd':'2026-02-01','ruleset':'flanders','roles':[],"
                + "'partial':true,'objectKey':'K'");

        // When
        var issues = door.refuse(Stage.SYNTAX, "jobcoach-noord", "coaching.reported", data);

        // Then
        assertThat(issues)
                .extracting(Issue::name, Issue::code)
                .containsExactlyInAnyOrder(
                        tuple("data.ruleset", "unknownField"),
                        tuple("data.roles", "unknownField"),
                        tuple("data.partial", "unknownField"),
                        tuple("data.objectKey", "unknownField"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'schedule':[{'day':'MO','from':'8:00','to':'24:00'}] | data.schedule[0].from data.schedule[0].to",
                "'schedule':[{'day':'XX','from':'08:00','to':'12:00'}] | data.schedule[0].day",
                "'schedule':{} | data.schedule",
                "'employer':{'scheme':'IBAN','number':'1'} | data.employer.scheme",
                "'employer':'winkel' | data.employer",
                "'contactPerson':'' | data.contactPerson",
                "'contactPerson':'a\\u0000b' | data.contactPerson",
                "'contactPerson':'\\ud800' | data.contactPerson",
                "'contractForm':'FIXED' | data.contractForm",
            })
    void nestedFieldsAreCheckedWithTheirPlace(String field, String faulty) {
        // Given
        String employer = field.contains("employer") ? "" : "'employer':{'scheme':'KVK','number':'68750110'},";
        String data = Door.data(employer + "'startDate':'2026-03-16'," + field);

        // When
        var issues = door.refuse(Stage.SYNTAX, "winkel", "employment.started", data);

        // Then
        assertThat(issues).extracting(Issue::name).containsExactly(faulty.split(" "));
    }

    @Test
    void aProtectedFieldThatIsMandatoryIsMissedThoughItsContractLetsItBeNull() {
        assertThat(door.refuse(Stage.SYNTAX, "gemeente-oost", "person.moved", Door.data("'regionTo':'BE-WAL'")))
                .extracting(Issue::name)
                .containsExactly("data.crosses", "data.from");
    }

    @Test
    void aConsentForNothingIsNoConsent() {
        assertThat(door.refuse(
                        Stage.SYNTAX,
                        "jobcoach-noord",
                        "consent.given",
                        Door.data("'by':'SUBJECT','scope':[],'to':['KING'],'form':'ORAL','givenOn':'2026-03-01'")))
                .extracting(Issue::name)
                .containsExactly("data.scope", "data.to[0]");
    }

    @Test
    void aCodeOutsideItsListIsKeptAsItCame() {
        assertThat(door.check(
                        "gemeente-oost",
                        "referral.requested",
                        Door.data("'kind':{'scheme':'ESTAFETTE','code':'MOON_LANDING','text':'to the moon'}")))
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aFieldNamedLikeThePersonsNumberIsNotEchoed() {
        // When
        var issues = door.refuse(
                Stage.SYNTAX,
                "gemeente-oost",
                "referral.requested",
                Door.referral("'n999990342':1,'language':'999990342'"));

        // Then
        assertThat(issues).extracting(Issue::name).containsExactlyInAnyOrder("data.…", "data.language");
        assertThat(issues).extracting(Issue::value).containsOnly(Optional.empty());
        assertThat(issues).noneMatch(issue -> issue.toString().contains("999990342"));
    }
}
