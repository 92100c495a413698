package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalStep;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.Identities;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case follows its person to another number, and so does all that is told of it (decision 13). */
class RenumberedTopologyTest {

    private static final String CAST =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies known=winkel";

    private final Persons persons = new Persons(CAST);

    @AfterEach
    void stop() {
        persons.close();
    }

    @Test
    void aCaseGoesOnUnderTheNewNumberAndLeavesOnlyAnAlias() {
        // Given
        persons.refer("A", "V1");
        String caseId = persons.asking("DECIDE-REFERRAL").getCaseId();

        // When
        persons.renumber("A", "B", "N1");
        persons.work("A", "E1");
        persons.work("B", "E2");

        // Then
        assertThat(persons.kept("A")).containsExactly("alias");
        assertThat(persons.kept("B")).contains("head", "object/employment/E1", "object/employment/E2");
        assertThat(persons.notices()).extracting(Notice::getCaseId).containsOnly(caseId);
        assertThat(decided("E1")).extracting(JournalEntry::getCaseRef).containsExactly(persons.caseRef("B"));
        assertThat(persons.invalid()).isEmpty();
    }

    @Test
    void whatComesByTheOldNumberIsDecidedOnceWhereItWasAccepted() {
        // Given
        persons.refer("A", "V1");
        persons.renumber("A", "B", "N1");
        persons.renumber("B", "C", "N2");

        // When
        persons.work("A", "E1");

        // Then
        List<JournalEntry> entries = persons.journal("E1");
        assertThat(entries).extracting(JournalEntry::getKind).containsExactly("FORWARDED", "DECIDED");
        assertThat(entries).extracting(JournalEntry::getState).containsExactly("ACCEPTED", "ROUTED");
        assertThat(entries.get(1).getEvent())
                .as("the sender's Location")
                .isEqualTo(entries.get(0).getEvent());
        assertThat(entries.get(1).getCaseRef()).isEqualTo(persons.caseRef("C"));
    }

    @Test
    void anOldNoticeCanBeAnsweredAndItsStepIsStillKnownByIt() {
        // Given
        persons.refer("A", "V1");
        Notice asked = persons.asking("DECIDE-REFERRAL");
        persons.renumber("A", "B", "N1");

        // When
        persons.answer(asked, "NEEDS_INFO");

        // Then
        assertThat(answers()).extracting(JournalEntry::getState).contains("ROUTED");
        assertThat(changes()).extracting(JournalStep::getNoticeId).contains(asked.getNoticeId());
    }

    @ParameterizedTest(name = "the case of {0} is older")
    @CsvSource({"A", "B"})
    void ofTwoCasesTheOlderStaysAndAnswersToBothFindTheirSteps(String older) {
        // Given: two cases that each sent notice 1
        String younger = older.equals("A") ? "B" : "A";
        persons.refer(older, "V" + older);
        Notice first = persons.asking("DECIDE-REFERRAL");
        persons.refer(younger, "V" + younger);
        Notice second = persons.asking("DECIDE-REFERRAL");
        assertThat(first.getSequence()).isEqualTo(second.getSequence());

        // When
        persons.renumber("A", "B", "N1");
        persons.answer(second, "DECLINED");
        persons.answer(first, "DECLINED");

        // Then
        JournalEntry moved = persons.journal().stream()
                .filter(entry -> entry.getKind().equals("MOVED"))
                .toList()
                .getFirst();
        assertThat(moved.getCaseId()).isEqualTo(first.getCaseId());
        assertThat(moved.getTookOver()).isEqualTo(second.getCaseId());
        assertThat(closed()).containsExactly("V" + younger, "V" + older);
        assertThat(persons.notices()).extracting(Notice::getNoticeId).doesNotHaveDuplicates();
    }

    @Test
    void noticesOfAMergedCaseKeepTheirNamesWhenItMovesOn() {
        // Given: B's younger case is part of A's, and more was asked since
        persons.refer("A", "VA");
        Notice ofA = persons.asking("DECIDE-REFERRAL");
        persons.refer("B", "VB");
        Notice ofB = persons.asking("DECIDE-REFERRAL");
        persons.renumber("A", "B", "N1");
        persons.refer("B", "VC");
        Notice later = persons.asking("DECIDE-REFERRAL");
        persons.renumber("B", "C", "N2");

        // When
        persons.answer(ofB, "DECLINED");
        persons.answer(later, "DECLINED");
        persons.answer(ofA, "DECLINED");

        // Then
        assertThat(closed()).containsExactly("VB", "VC", "VA");
    }

    @Test
    void aStepThatBothAskedForIsAskedBackFromTheLaneOfTheCaseThatIsGone() {
        // Given
        persons.refer("A", "VA");
        assign("A", "RA");
        persons.refer("B", "VB");
        assign("B", "RB");
        Notice second = persons.asking("FIRST-CONTACT");

        // When
        persons.renumber("A", "B", "N1");

        // Then
        assertThat(persons.recalls("buddies"))
                .singleElement()
                .satisfies(recall -> assertThat(recall.getNoticeId()).isEqualTo(second.getNoticeId()))
                .satisfies(recall -> assertThat(recall.getCaseId()).isEqualTo(second.getCaseId()));
    }

    private void assign(String number, String key) {
        persons.send(
                number,
                "2026-03-02 vdab role.assigned " + key + " role=COACH party=buddies person=ria from=2026-03-02");
    }

    @Test
    void aRepetitionIsOneWhateverTheNumberHasBecome() {
        // Given
        persons.refer("A", "V1");
        persons.work("A", "E1");
        persons.renumber("A", "B", "N1");

        // When
        persons.work("A", "E1");
        persons.renumber("A", "B", "N1");

        // Then
        assertThat(decided("E1")).extracting(JournalEntry::getState).containsExactly("ROUTED", "DUPLICATE");
        assertThat(decided("N1")).extracting(JournalEntry::getState).containsExactly("ROUTED", "DUPLICATE");
        assertThat(persons.kept("A")).containsExactly("alias");
    }

    @Test
    void aWithdrawnRenumberingBringsTheCaseBackAndNothingIsLost() {
        // Given
        persons.refer("A", "V1");
        persons.renumber("A", "B", "N1");

        // When
        persons.send("A", "2026-03-04 vdab person.renumbered N1 v2 WITHDRAWAL");
        persons.work("A", "E1");
        persons.work("B", "E2");

        // Then
        assertThat(persons.kept("B")).containsExactly("alias");
        assertThat(persons.kept("A")).contains("head", "object/employment/E1", "object/employment/E2");
        assertThat(persons.kept("A")).doesNotContain("alias");
    }

    @Test
    void whatIsHeldInTheCaseKeepsItsPlace() {
        // Given: nobody told of the employment yet
        persons.refer("A", "V1");
        persons.send("A", "2026-03-03 buddies employment.ended E1 actualEnd=03-03");
        JournalEntry held = persons.journal("E1").getLast();
        assertThat(held.getState()).isEqualTo("HELD");
        persons.renumber("A", "B", "N1");

        // When
        persons.work("B", "E1");

        // Then
        assertThat(persons.journal("E1").getLast().getState()).isEqualTo("ROUTED");
        assertThat(persons.journal("E1").getLast().getEvent()).isEqualTo(held.getEvent());
    }

    @Test
    void whatWaitedUnderTheNewNumberForACaseIsDecidedWhenOneComes() {
        // Given
        persons.refer("A", "V1");
        persons.work("B", "E1");
        assertThat(persons.journal("E1").getLast().getReason()).isEqualTo("NO_CASE");

        // When
        persons.renumber("A", "B", "N1");

        // Then
        assertThat(decided("E1")).extracting(JournalEntry::getState).containsExactly("HELD", "ROUTED");
        assertThat(persons.kept("B")).doesNotContain("anteroom");
    }

    @Test
    void whatFallsDueIsRaisedWhereTheCaseIs() {
        // Given
        persons.refer("A", "V1");
        persons.renumber("A", "B", "N1");

        // When
        persons.passTo("2026-03-20T08:00:00Z");

        // Then
        assertThat(persons.journal())
                .filteredOn(entry ->
                        entry.getEvent() != null && entry.getEvent().getType().equals("step.overdue"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getCaseRef()).isEqualTo(persons.caseRef("B")));
    }

    @Test
    void noticesNameTheNewNumberAlsoWhenTheOldOneIsUsed() {
        // Given
        persons.refer("A", "V1");
        persons.renumber("A", "B", "N1");

        // When
        persons.work("A", "E1");

        // Then
        Identity identity =
                Identities.unseal(persons.notice(Notice::getForRole, "WELFARE").getIdentity());
        assertThat(identity.getNumber()).isEqualTo("B");
        assertThat(identity.getGivenName()).isEqualTo("Sam");
    }

    @Test
    void theOldNumberIsForgotten400DaysAfterItsLastUse() {
        // Given
        persons.refer("A", "V1");
        persons.renumber("A", "B", "N1");
        persons.passTo("2027-03-01T08:00:00Z");
        persons.work("A", "E1");

        // When
        persons.passTo("2028-04-03T08:00:00Z");
        List<String> onTheDay = persons.kept("A");
        persons.passTo("2028-04-05T09:00:00Z");

        // Then
        assertThat(onTheDay).containsExactly("alias");
        assertThat(persons.kept("A")).isEmpty();
    }

    @Test
    void aCaseTooLargeForOneRecordStaysAndItsRenumberingIsSetAside() {
        // Given
        persons.refer("A", "V1");
        for (int signal = 0; signal < 10; signal++) {
            tell("A", "G" + signal, 450_000);
        }

        // When
        persons.renumber("A", "B", "N1");
        persons.work("A", "E1");

        // Then
        assertThat(persons.invalid()).containsExactly("CASE_TOO_LARGE");
        assertThat(persons.journal("N1").getLast().getState()).isEqualTo("INVALID");
        assertThat(persons.kept("A")).contains("head", "object/employment/E1").doesNotContain("alias");
        assertThat(persons.sentOn()).isEmpty();
    }

    @Test
    void twoCasesAreOneThoughAnEntryOfBothIsLarge() {
        // Given: the same signal, told of both by different parties
        persons.refer("A", "VA");
        tell("A", "G1", 300_000);
        persons.refer("B", "VB");
        persons.send("B", "2026-03-04 vdab signal.raised G1 kind=CONFLICT formulation=" + "y".repeat(300_000));

        // When
        persons.renumber("A", "B", "N1");

        // Then
        assertThat(persons.invalid()).isEmpty();
        assertThat(persons.kept("B")).contains("head", "object/signal/G1", "object/referral/VA", "object/referral/VB");
    }

    private void tell(String number, String key, int length) {
        persons.send(
                number, "2026-03-04 buddies signal.raised " + key + " kind=CONFLICT formulation=" + "x".repeat(length));
    }

    @Test
    void theCaseTravelsWithoutAPersonNumberInKeyOrHeader() {
        // Given
        persons.refer("85451200190", "V1");

        // When
        persons.renumber("85451200190", "85051200104", "N1");
        persons.work("85451200190", "E1");

        // Then
        List<TestRecord<String, byte[]>> sentOn = persons.sentOn();
        assertThat(sentOn).hasSize(2).first().matches(Persons::isCase);
        assertThat(sentOn).allSatisfy(record -> {
            assertThat(record.key()).hasSize(24);
            record.headers().forEach(header -> assertThat(new String(header.value()))
                    .doesNotContain("85451200190", "85051200104"));
        });
    }

    @Test
    void whatTheTopicsSayOfAMoveIsSaidInTheseWords() {
        // Given
        persons.refer("A", "V1");

        // When
        persons.renumber("A", "B", "N1");
        persons.work("A", "E1");

        // Then
        List<TestRecord<String, byte[]>> sentOn = persons.sentOn();
        assertThat(Persons.header(sentOn.get(0), "ce_type")).isEqualTo("eu.estafette.case.v1.case.notify.moved");
        assertThat(Persons.header(sentOn.get(0), "ce_source")).isEqualTo("urn:estafette:hub");
        assertThat(Persons.header(sentOn.get(1), "estafette.place")).isEqualTo("0-3");
        assertThat(persons.journal()).extracting(JournalEntry::getKind).contains("MOVED", "FORWARDED");
    }

    private List<JournalEntry> decided(String businessKey) {
        return persons.journal(businessKey).stream()
                .filter(entry -> entry.getKind().equals("DECIDED"))
                .toList();
    }

    private List<JournalEntry> answers() {
        return persons.journal().stream()
                .filter(entry -> entry.getEvent() != null
                        && entry.getKind().equals("DECIDED")
                        && entry.getEvent().getType().equals("notice.answered"))
                .toList();
    }

    private List<JournalStep> changes() {
        return answers().stream().flatMap(entry -> entry.getSteps().stream()).toList();
    }

    /** The objects of the referrals whose step was closed by answers, in order. */
    private List<String> closed() {
        return changes().stream()
                .filter(step ->
                        step.getChange().equals("CLOSED") && step.getCode().equals("DECIDE-REFERRAL"))
                .map(JournalStep::getObjectKey)
                .toList();
    }
}
