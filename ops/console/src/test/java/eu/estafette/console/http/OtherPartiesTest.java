package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.head;
import static eu.estafette.console.fixture.Entries.holds;
import static eu.estafette.console.fixture.Entries.notice;
import static eu.estafette.console.fixture.Entries.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Through no call does a party learn anything of what concerns others. */
class OtherPartiesTest extends HttpTest {

    private static final List<String> OTHERS =
            List.of("gemeente", "coach-org", "C1", "N1", "KEY-E1", "DECIDE-REFERRAL");

    @BeforeEach
    void aCaseOfOthers() {
        var asked = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        model.journaled(decided("E1", 0, "gemeente", "C1")
                .setNotices(List.of(asked))
                .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));
        model.sent(notice(asked, "C1", 1));
        model.stored(
                "aa/head", head("C1", "NONE", holds("REFERRER", "gemeente"), holds("COACH_ORGANISATION", "coach-org")));
    }

    @Test
    void aStrangerGetsNothingFromAnyCall() {
        for (String call : CALLS) {
            // When
            Answer answer = get("stranger", call);

            // Then: nothing of the others beyond what the stranger's own call names
            for (String word : OTHERS) {
                if (!call.contains(word)) {
                    assertThat(answer.body().toString()).as(call).doesNotContain(word);
                }
            }
            assertThat(answer.status()).as(call).isIn(200, 403, 404);
        }
    }

    @Test
    void anOperatorIsNoParty() {
        assertThat(get("operator", "/api/events/E1").status()).isEqualTo(404);
        assertThat(get("operator", "/api/cases/E1-C1").status()).isEqualTo(404);
        assertThat(get("operator", "/api/notices").each("items", "noticeId")).isEmpty();
    }

    @Test
    void partnersNeverSeeTheHubsOwnNameOfACase() {
        for (String party : List.of("gemeente", "coach-org")) {
            for (String call : List.of("/api/events/E1", "/api/notices", "/api/cases/E1-C1")) {
                assertThat(get(party, call).body().toString())
                        .doesNotContain("\"C1\"")
                        .doesNotContain("caseId");
            }
        }
    }

    @Test
    void aReadModelWhoseTablesAreNotMadeYetIsAway() {
        // Given
        model.jdbc().execute("alter schema estafette rename to not_made_yet");
        try {
            // When, Then
            assertThat(get("gemeente", "/api/notices").problem(503)).contains("cannot be reached");
        } finally {
            model.jdbc().execute("alter schema not_made_yet rename to estafette");
        }
    }
}
