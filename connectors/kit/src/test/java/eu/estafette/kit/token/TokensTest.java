package eu.estafette.kit.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final String SECRET = "a-secret-that-only-tests-know-%s";

    private final Tokens tokens = new Tokens(secrets("1"));
    private final SubjectKey sam = tokens.subjectKey("BSN", "999990342");

    @Test
    void oneNumberGivesOneKeyThatDoesNotShowIt() {
        // When / Then
        assertThat(sam).isEqualTo(tokens.subjectKey("BSN", "999990342"));
        assertThat(sam.hex()).hasSize(24).matches("[0-9a-f]+").doesNotContain("999990342");
        assertThat(sam).isNotEqualTo(tokens.subjectKey("INSZ", "999990342"));
        assertThat(sam).isNotEqualTo(new Tokens(secrets("2")).subjectKey("BSN", "999990342"));
    }

    @Test
    void aCaseRefLeadsBackToItsSubject() {
        // When
        String caseRef = tokens.caseRef(sam, 65535);

        // Then
        assertThat(caseRef).startsWith("E1-").hasSize(30);
        assertThat(tokens.subjectOfCaseRef(caseRef)).contains(sam);
        assertThat(tokens.subjectOfCaseRef("E1-" + caseRef.substring(3).toLowerCase(Locale.ROOT)))
                .contains(sam);
        assertThat(tokens.caseRef(sam, 1)).isNotEqualTo(caseRef);
    }

    @Test
    void noSingleTypingErrorInACaseRefLeadsToAnotherSubject() {
        // Given
        String caseRef = tokens.caseRef(sam, 1);

        // When / Then
        IntStream.range(3, caseRef.length()).forEach(at -> "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                .chars()
                .filter(c -> c != caseRef.charAt(at))
                .forEach(c -> assertThat(tokens.subjectOfCaseRef(
                                caseRef.substring(0, at) + (char) c + caseRef.substring(at + 1)))
                        .isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E1-", "E1-0", "E2-", "N1-", "1234", "E1-UUUUUUUUUUUUUUUUUUUUUUUUUUU"})
    void whatIsNoCaseRefLeadsNowhere(String text) {
        assertThat(tokens.subjectOfCaseRef(text)).isEmpty();
    }

    @Test
    void aCaseRefOfAnotherVersionOrHubLeadsNowhere() {
        // Given
        String caseRef = tokens.caseRef(sam, 1);

        // When / Then
        assertThat(tokens.subjectOfCaseRef("E2-" + caseRef.substring(3))).isEmpty();
        assertThat(new Tokens(secrets("2")).subjectOfCaseRef(caseRef)).isEmpty();
    }

    @Test
    void aNoticeIdLeadsBackToItsSubjectAndSequence() {
        // When
        String noticeId = tokens.noticeId(sam, 7, "jobcoach-noord");

        // Then
        assertThat(noticeId).startsWith("N1-").hasSize(42);
        assertThat(tokens.openNoticeId(noticeId, "jobcoach-noord")).contains(new Tokens.NoticeRef(sam, 7));
    }

    @Test
    void aNoticeIdIsNobodyElses() {
        // Given
        String noticeId = tokens.noticeId(sam, 7, "jobcoach-noord");

        // When / Then
        assertThat(tokens.openNoticeId(noticeId, "gemeente-oost")).isEmpty();
        assertThat(tokens.openNoticeId("N2-" + noticeId.substring(3), "jobcoach-noord"))
                .isEmpty();
        assertThat(tokens.openNoticeId(noticeId.substring(0, 41), "jobcoach-noord"))
                .isEmpty();
        assertThat(new Tokens(secrets("2")).openNoticeId(noticeId, "jobcoach-noord"))
                .isEmpty();
    }

    @Test
    void noSingleTypingErrorInANoticeIdIsOpened() {
        // Given
        String noticeId = tokens.noticeId(sam, 7, "jobcoach-noord");

        // When / Then
        IntStream.range(3, noticeId.length()).forEach(at -> {
            char other = noticeId.charAt(at) == 'A' ? 'B' : 'A';
            String mistyped = noticeId.substring(0, at) + other + noticeId.substring(at + 1);
            assertThat(tokens.openNoticeId(mistyped, "jobcoach-noord")).isEmpty();
        });
    }

    @Test
    void aShortSecretIsRefusedByItsName() {
        assertThatThrownBy(() -> new HubSecrets("short", "x".repeat(32), "x".repeat(32)))
                .hasMessageContaining("estafette.secrets.subject-key")
                .hasMessageNotContaining("short\"");
        assertThat(secrets("1").toString()).doesNotContain("only-tests-know");
    }

    private static HubSecrets secrets(String of) {
        return new HubSecrets(
                SECRET.formatted("subject-key-" + of),
                SECRET.formatted("case-ref-" + of),
                SECRET.formatted("notice-id-" + of));
    }
}
