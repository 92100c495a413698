package eu.estafette.connector.zgw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.http.HttpTimeouts;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.rig.HttpPartner.Received;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZgwPollerTest {

    private final HttpCalls http = new HttpCalls(HttpTimeouts.STANDARD);
    private Municipality municipality;
    private HubSide hub;
    private Poller poller;

    @BeforeEach
    void start() throws IOException {
        municipality = new Municipality();
        hub = new HubSide(municipality.party());
        poller = new ZgwConnector(
                        http, URI.create("https://hub.example"), Duration.ofSeconds(1), InstantSource.system())
                .pollersOf(municipality.party(), Addresses.receive(municipality.notifications()), hub.wayIn())
                .getFirst();
    }

    @AfterEach
    void stop() {
        municipality.close();
        http.close();
    }

    @Test
    void whatIsNotifiedIsFetchedAndBroughtIn() throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 1));
        notified("zaak-1", "event-1", "create", 1);

        // When
        hub.visit(poller);

        // Then
        CaseEvent event = hub.events().getFirst();
        assertThat(event.getBusinessKey()).isEqualTo("REF-1");
        assertThat(event.getParty()).isEqualTo("gemeente-utrecht");
        assertThat(hub.left()).isEmpty();
        assertThat(hub.asides()).isEmpty();
    }

    @Test
    void weCallWithATokenOfOurOwnSigning() throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 1));
        notified("zaak-1", "event-1", "create", 1);

        // When
        hub.visit(poller);

        // Then
        Received call = municipality.server().received().getLast();
        SignedJWT token =
                SignedJWT.parse(call.header("authorization").getFirst().replace("Bearer ", ""));
        assertThat(token.verify(new MACVerifier(Addresses.SECRET))).isTrue();
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo("estafette");
        assertThat(token.getJWTClaimsSet().getIssueTime()).isNotNull();
    }

    @Test
    void theSameContentAgainIsNothingNew() throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 1));
        notified("zaak-1", "event-1", "create", 1);
        hub.visit(poller);
        notified("zaak-1", "event-1", "update", 2);

        // When
        hub.visit(poller);

        // Then
        assertThat(hub.events()).hasSize(1);
        assertThat(hub.left()).isEmpty();
    }

    @Test
    void whatCannotBeFetchedNowHoldsUpItsOwnMainObjectOnly() throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 1));
        municipality.has("event-2", referral("REF-2", 1));
        municipality.has("event-3", referral("REF-3", 1));
        notified("zaak-1", "event-1", "create", 1);
        notified("zaak-1", "event-2", "create", 2);
        notified("zaak-2", "event-3", "create", 3);
        municipality.fails("event-1");

        // When
        assertThatThrownBy(() -> hub.visit(poller))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 500")
                .hasMessageNotContaining("event-1");

        // Then
        assertThat(keys()).containsExactly("REF-3");
        municipality.recovers();
        hub.visit(poller);
        assertThat(keys()).containsExactly("REF-3", "REF-1", "REF-2");
    }

    @Test
    void aResourceThatIsNotThereGoesAside() throws Exception {
        // Given
        notified("zaak-1", "event-1", "create", 1);

        // When
        hub.visit(poller);

        // Then
        assertThat(codes()).containsExactly("resourceGone");
        assertThat(hub.left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"type\":\"x\",\"data\":[]}", ""})
    void aResourceThatIsNoEventGoesAsideAsItCame(String content) throws Exception {
        // Given
        municipality.has("event-1", content);
        municipality.has("event-2", referral("REF-2", 1));
        notified("zaak-1", "event-1", "create", 1);
        notified("zaak-1", "event-2", "create", 2);

        // When
        hub.visit(poller);

        // Then
        SetAside aside = hub.asides().getFirst();
        assertThat(aside.content()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
        assertThat(hub.original(aside.original())).contains(aside.content());
        assertThat(keys()).containsExactly("REF-2");
    }

    @Test
    void anEventThatTheChecksRefuseGoesAsideWithAllIssues() throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 1).replace("999990342", "999990343"));
        notified("zaak-1", "event-1", "create", 1);

        // When
        hub.visit(poller);

        // Then
        assertThat(hub.events()).isEmpty();
        assertThat(hub.asides().getFirst().issues()).extracting(Issue::name).containsExactly("data.subject.number");
    }

    @Test
    void whatIsDestroyedIsWithdrawn() throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 3));
        notified("zaak-1", "event-1", "create", 1);
        hub.visit(poller);
        municipality.hasNoLonger("event-1");
        notified("zaak-1", "event-1", "destroy", 2);

        // When
        hub.visit(poller);

        // Then
        CaseEvent withdrawal = hub.events().getLast();
        assertThat(withdrawal.getAction()).isEqualTo("WITHDRAWAL");
        assertThat(withdrawal.getBusinessKey()).isEqualTo("REF-1");
        assertThat(withdrawal.getEventVersion()).isEqualTo(4);
    }

    @Test
    void whatWasNeverToldCannotBeWithdrawn() throws Exception {
        notified("zaak-1", "event-1", "destroy", 2);
        hub.visit(poller);
        assertThat(codes()).containsExactly("resourceUnknown");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false", "3, true", "3, false"})
    void aCrashAtACommitNeitherLosesNorDoubles(int commit, boolean committed) throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 1));
        municipality.has("event-2", referral("REF-2", 1));
        notified("zaak-1", "event-1", "create", 1);
        notified("zaak-1", "event-2", "create", 2);
        hub.killAtCommit(commit, committed);

        // When: the first commit is the subscription's
        assertThatThrownBy(() -> hub.visit(poller)).isInstanceOf(HubSide.Killed.class);
        hub.visit(poller);

        // Then
        assertThat(keys()).containsExactly("REF-1", "REF-2");
        assertThat(hub.left()).isEmpty();
    }

    @Test
    void weSubscribeOnceAndLookOnceAnHour() throws Exception {
        // When
        hub.visit(poller);
        int calls = municipality.server().received().size();
        hub.visit(poller);
        assertThat(municipality.server().received()).hasSize(calls);
        hub.at(HubSide.NOW.plus(Duration.ofMinutes(61)));
        hub.visit(poller);

        // Then
        assertThat(municipality.server().received()).hasSize(calls + 1);
        assertThat(municipality.subscriptions()).hasSize(1);
        assertThat(municipality.subscriptions().get(0).path("callbackUrl").asText())
                .isEqualTo("https://hub.example/api/zgw/gemeente-utrecht/notifications");
        assertThat(municipality.subscriptions().get(0).at("/kanalen/0/naam").asText())
                .isEqualTo("estafette");
        assertThat(municipality.server().received().get(1).body()).contains(Addresses.AUTH);
    }

    @Test
    void aSubscriptionThatIsGoneIsMadeAgain() throws Exception {
        // Given
        hub.visit(poller);
        municipality.subscriptions().removeAll();
        hub.at(HubSide.NOW.plus(Duration.ofMinutes(61)));

        // When
        hub.visit(poller);

        // Then
        assertThat(municipality.subscriptions()).hasSize(1);
    }

    @Test
    void aSubscriptionToAnotherChannelIsPutRight() throws Exception {
        // Given
        hub.visit(poller);
        municipality.subscriptions().get(0).withObject("/kanalen/0").put("naam", "zaken");
        hub.at(HubSide.NOW.plus(Duration.ofMinutes(61)));

        // When
        hub.visit(poller);

        // Then
        assertThat(municipality.subscriptions()).hasSize(1);
        assertThat(municipality.subscriptions().get(0).at("/kanalen/0/naam").asText())
                .isEqualTo("estafette");
    }

    @Test
    void withoutASubscriptionWhatCameIsFetchedAllTheSame() throws Exception {
        // Given
        municipality.has("event-1", referral("REF-1", 1));
        notified("zaak-1", "event-1", "create", 1);
        hub.visit(poller);
        municipality.has("event-2", referral("REF-2", 1));
        notified("zaak-1", "event-2", "create", 2);
        municipality.subscriptions().removeAll();
        municipality.refusesSubscriptions();
        hub.at(HubSide.NOW.plus(Duration.ofMinutes(61)));

        // When
        assertThatThrownBy(() -> hub.visit(poller)).hasMessageContaining("answered 403 to our subscription");

        // Then
        assertThat(keys()).containsExactly("REF-1", "REF-2");
    }

    @Test
    void theAddressCanBeTried() {
        var connector = new ZgwConnector(
                http, URI.create("https://hub.example"), Duration.ofSeconds(1), InstantSource.system());
        assertThat(connector.tryOut(Addresses.receive(municipality.notifications())))
                .isEmpty();
        municipality.answers(403);
        assertThat(connector.tryOut(Addresses.receive(municipality.notifications())))
                .hasValueSatisfying(fault -> assertThat(fault).contains("answered 403"));
    }

    private void notified(String mainObject, String resource, String action, int minute) {
        Notification notification = Notifications.of(
                mainObject, municipality.resource(resource), action, "2026-03-02T09:%02d:00+01:00".formatted(minute));
        byte[] letter = notification.json().toString().getBytes(StandardCharsets.UTF_8);
        hub.leave(poller.id(), Sha256.hex(letter), letter);
    }

    private List<String> keys() {
        return hub.events().stream().map(CaseEvent::getBusinessKey).toList();
    }

    private List<String> codes() {
        return hub.asides().stream()
                .flatMap(aside -> aside.issues().stream())
                .map(Issue::code)
                .toList();
    }

    private static String referral(String key, int version) {
        return """
                {"specversion":"1.0","id":"x","source":"urn:x","type":"eu.estafette.case.v1.referral.notify.requested",
                 "time":"2026-03-02T09:00:00+01:00","data":{"subject":{"scheme":"BSN","number":"999990342"},
                 "occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"%s","version":%d,
                 "kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"}}}
                """.formatted(key, version);
    }
}
