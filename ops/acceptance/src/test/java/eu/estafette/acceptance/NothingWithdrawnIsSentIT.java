package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P6: what still waits when it is withdrawn, or when the consent it goes under is, is recalled. The benefit office and the municipality
 * are down while it happens, and get nothing of it when they are up again.
 */
class NothingWithdrawnIsSentIT {

    private static final String OFFICE = "inkomen-west";
    private static final String MUNICIPALITY = "gemeente-west";
    private static final String COACH = "jobcoach-noord";
    private static final List<String> PERSONS = Bsn.numbers(6);
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Receiver office;
    private static Receiver municipality;
    private static Jvm hub;
    private static Story story;

    @BeforeAll
    static void start() throws Exception {
        office = Receiver.start();
        municipality = Receiver.start();
        hub = Jvm.hub(folder, "--config", parties().toString());
        story = Story.of(new PartnerApi(hub.address()));
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        office.close();
        municipality.close();
    }

    @BeforeEach
    void allAreUp() {
        office.answerWith(204);
        municipality.answerWith(204);
    }

    @Test
    void aJobStartThatIsWithdrawnWhileItsReceiverIsDownNeverReachesIt() throws Exception {
        // Given: cases in all partitions of the office's lane
        List<Integer> cases = List.of(1, 2, 3, 4);
        for (int one : cases) {
            open(one);
        }
        office.answerWith(503);
        for (int one : cases) {
            story.post(COACH, "start-" + one, "employment.started", started(one, 1, "ORIGINAL"));
        }
        Map<Integer, String> waiting = new HashMap<>();
        for (int one : cases) {
            soon(() -> waiting.put(one, story.noticeId("start-" + one, OFFICE, "employment-start-benefit")));
        }
        soon(() -> assertThat(waiting.values()).anyMatch(notice -> office.attempts(notice) > 0));

        // When
        List<Integer> withdrawn = cases.subList(0, 3);
        for (int one : withdrawn) {
            story.post(COACH, "stop-" + one, "employment.started", started(one, 2, "WITHDRAWAL"));
            soon(() -> assertThat(story.state(COACH, "stop-" + one)).isEqualTo("ROUTED"));
        }
        soon(() -> assertThat(story.mailbox(OFFICE))
                .as("its mailbox shows nothing of it, though it is not yet caught")
                .contains("{\"noticeId\":\"%s\"".formatted(waiting.get(1)))
                .doesNotContain("\"businessKey\":\"JOB-1\"")
                .contains("\"businessKey\":\"JOB-4\""));
        office.answerWith(204);

        // Then
        soon(() -> assertThat(story.notices("start-4", OFFICE)).contains("employment-start-benefit DELIVERED"));
        Map<String, Integer> attempts = new HashMap<>();
        for (int one : withdrawn) {
            soon(() -> assertThat(story.notices("start-" + one, OFFICE))
                    .containsExactly("employment-start-benefit WITHDRAWN"));
            attempts.put(waiting.get(one), office.attempts(waiting.get(one)));
            assertThat(office.notices())
                    .as("a call that had begun may still have come, to be refused; none after it")
                    .doesNotContainKey(waiting.get(one));
            assertThat(story.notices("stop-" + one, OFFICE)).isEmpty();
        }
        assertThat(office.notices().values())
                .extracting(notice -> notice.path("event").path("businessKey").asText())
                .contains("JOB-4")
                .doesNotContain("JOB-1", "JOB-2", "JOB-3");
        assertThat(attempts).allSatisfy((notice, calls) -> assertThat(office.attempts(notice))
                .as("calls after it was caught")
                .isEqualTo(calls));
        assertThat(story.mailbox(OFFICE)).contains("WITHDRAWN").doesNotContain("\"businessKey\":\"JOB-2\"");
    }

    @Test
    void whatWentUnderAConsentThatEndsWhileItWaitsIsNeverSent() throws Exception {
        // Given
        open(5);
        story.post(COACH, "signal", "signal.raised", """
                "subject":{"scheme":"BSN","number":"%s"},"occurredOn":"2026-03-03","action":"ORIGINAL",
                "businessKey":"SIGNAL-1","as":"COACH","kind":{"scheme":"ESTAFETTE","code":"CONFLICT"},"sphere":"WORK",
                "formulation":{"text":"only for who may know","authorRole":"COACH"}
                """.formatted(PERSONS.get(5)));
        soon(() -> assertThat(story.state(COACH, "signal")).isEqualTo("HELD"));
        municipality.answerWith(503);
        story.post(COACH, "consent", "consent.given", consent("\"form\":\"ORAL\",\"givenOn\":\"2026-03-04\""));
        soon(() -> assertThat(story.notices("consent", MUNICIPALITY)).contains("signal-full WAITING"));
        String notice = story.noticeId("consent", MUNICIPALITY, "signal-full");
        soon(() -> assertThat(municipality.attempts(notice)).isPositive());

        // When
        story.post(COACH, "no-consent", "consent.withdrawn", consent("\"withdrawnOn\":\"2026-03-05\""));
        soon(() -> assertThat(story.state(COACH, "no-consent")).isEqualTo("ROUTED"));
        municipality.answerWith(204);

        // Then
        soon(() -> assertThat(story.notices("consent", MUNICIPALITY)).containsExactly("signal-full WITHDRAWN"));
        int attempts = municipality.attempts(notice);
        assertThat(municipality.notices()).doesNotContainKey(notice);
        assertThat(municipality.notices().values()).isNotEmpty().noneMatch(told -> told.toString()
                .contains("only for who may know"));
        assertThat(story.mailbox(MUNICIPALITY)).doesNotContain("only for who may know");
        assertThat(municipality.attempts(notice))
                .as("calls after it was caught")
                .isEqualTo(attempts);
    }

    private static void open(int one) throws Exception {
        story.post(MUNICIPALITY, "open-" + one, "referral.requested", """
                "subject":{"scheme":"BSN","number":"%s","givenName":"Sam","familyName":"Jansen"},
                "ruleset":"netherlands-municipality","occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"REF-%s",
                "roles":[{"role":"REFERRER","party":"gemeente-west"},{"role":"COMMISSIONER","party":"gemeente-west"},
                         {"role":"WELFARE","party":"inkomen-west"},{"role":"COACH_ORGANISATION","party":"jobcoach-noord"},
                         {"role":"COACH","party":"jobcoach-noord","coachKind":"EXTERNAL"}],
                "kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"}
                """.formatted(PERSONS.get(one), one));
        soon(() -> assertThat(story.state(MUNICIPALITY, "open-" + one)).isIn("ROUTED", "HELD"));
    }

    private static String started(int one, int version, String action) {
        return """
                "subject":{"scheme":"BSN","number":"%s"},"occurredOn":"2026-03-02","action":"%s","version":%s,
                "businessKey":"JOB-%s" %s
                """.formatted(
                        PERSONS.get(one),
                        action,
                        version,
                        one,
                        action.equals("ORIGINAL")
                                ? ",\"employer\":{\"scheme\":\"KVK\",\"number\":\"68750110\"},"
                                        + "\"startDate\":\"2026-03-09\",\"hoursPerWeek\":32"
                                : "");
    }

    private static String consent(String when) {
        return """
                "subject":{"scheme":"BSN","number":"%s"},"occurredOn":"2026-03-04","action":"ORIGINAL",
                "businessKey":"CONSENT-1","by":"SUBJECT","scope":["SIGNAL_CONTENT"],"to":["COMMISSIONER"],%s
                """.formatted(PERSONS.get(5), when);
    }

    private static void soon(ThrowingRunnable holds) {
        await().atMost(SOON).ignoreExceptionsInstanceOf(AssertionError.class).untilAsserted(holds);
    }

    private static Path parties() throws Exception {
        Path parties = Files.createDirectories(folder.resolve("config").resolve("parties"));
        String common = """
                region: NL
                outage: P30D
                ruleset: netherlands-municipality
                language: nl
                """;
        Files.writeString(
                parties.resolve("gemeente-west.yaml"), """
                id: gemeente-west
                name: {nl: Gemeente West, fr: Commune West, en: Municipality of West}
                roles: [REFERRER, COMMISSIONER]
                deliver: {by: webhook, url: "%s", secret: "%s"}
                """.formatted(municipality.url(), Parties.SECRET) + common);
        Files.writeString(parties.resolve("inkomen-west.yaml"), """
                id: inkomen-west
                name: {nl: Inkomen West, fr: Revenus West, en: Income West}
                roles: [WELFARE]
                deliver: {by: webhook, url: "%s", secret: "%s"}
                partitions: 3
                """.formatted(office.url(), Parties.SECRET) + common);
        Files.writeString(parties.resolve("jobcoach-noord.yaml"), """
                id: jobcoach-noord
                name: {nl: Jobcoach Noord, fr: Jobcoach Nord, en: Jobcoach North}
                roles: [COACH_ORGANISATION, COACH]
                deliver: {by: mailbox}
                """ + common);
        return parties.getParent();
    }
}
