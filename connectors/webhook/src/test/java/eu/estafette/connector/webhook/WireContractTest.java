package eu.estafette.connector.webhook;

import static eu.estafette.connector.webhook.Samples.NEXT_SECRET;
import static eu.estafette.connector.webhook.Samples.SECRET;
import static eu.estafette.kit.rig.SampleNotices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import eu.estafette.kit.rig.HttpPartner;
import eu.estafette.kit.rig.HttpPartner.Received;
import eu.estafette.kit.rig.SampleNotices;
import java.time.InstantSource;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What partners have built on. A change here breaks them. */
class WireContractTest {

    @Test
    void aNoticeThatAsksForAStep() throws Exception {
        assertThat(posted(SampleNotices.act()).body()).isEqualTo("""
                {"specversion":"1.0","id":"N1-0000000000000000000000000A","source":"urn:estafette:hub",\
                "type":"eu.estafette.case.v1.notice.notify.created","service":"eu.estafette.case.v1",\
                "time":"2026-03-02T08:15:00.250Z","datacontenttype":"application/json",\
                "data":{"noticeId":"N1-0000000000000000000000000A","caseRef":"E1-0000000000000000000000000C",\
                "forRole":"COACH_ORGANISATION","to":{"party":"jobcoach-noord"},"purpose":"ACT",\
                "subject":{"givenName":"Sam","familyName":"Jansen","scheme":"BSN","number":"999990342"},\
                "step":{"code":"DECIDE-REFERRAL","text":"Beslis over de verwijzing","due":"2026-03-09"},\
                "event":{"type":"eu.estafette.case.v1.referral.notify.requested","nature":"REQUEST","by":"REFERRER",\
                "occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"REF-2026-0017","version":1},\
                "view":{"name":"referral-full","version":1},\
                "data":{"kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"},"requestedStart":"2026-03-16",\
                "decideBefore":"2026-03-09","hours":32.5,"contact":"intake@utrecht.example"},\
                "answer":{"url":"https://hub.example/api/notices/N1-0000000000000000000000000A/answer",\
                "outcomes":["ACCEPTED","DECLINED","NEEDS_INFO"]},"rule":"R1"}}""");
    }

    @Test
    void aNoticeThatTells() throws Exception {
        assertThat(posted(SampleNotices.inform()).body()).isEqualTo("""
                {"specversion":"1.0","id":"N1-0000000000000000000000000B","source":"urn:estafette:hub",\
                "type":"eu.estafette.case.v1.notice.notify.created","service":"eu.estafette.case.v1",\
                "time":"2026-03-02T08:15:00.250Z","datacontenttype":"application/json",\
                "data":{"noticeId":"N1-0000000000000000000000000B","caseRef":"E1-0000000000000000000000000C",\
                "forRole":"COACH","to":{"party":"jobcoach-noord","person":"coach-1"},"purpose":"INFORM",\
                "subject":{"givenName":"Sam","familyName":"Jansen"},\
                "event":{"type":"eu.estafette.case.v1.employment.notify.started","nature":"FACT","by":"EMPLOYER",\
                "occurredOn":"2026-03-02","action":"ORIGINAL","businessKey":"EMP-4","version":1},\
                "view":{"name":"employment-start-fact","version":1},"data":{"startDate":"2026-04-01"}}}""");
    }

    @Test
    void theHeadersOfACall() throws Exception {
        // When
        Received call = posted(SampleNotices.inform());

        // Then
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.protocol()).isEqualTo("HTTP/1.1");
        assertThat(call.headers().keySet().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "host",
                        "content-length",
                        "content-type",
                        "user-agent",
                        "webhook-id",
                        "webhook-timestamp",
                        "webhook-signature");
        assertThat(call.header("content-type")).containsExactly("application/cloudevents+json; charset=UTF-8");
        assertThat(call.header("user-agent")).containsExactly("Estafette");
        assertThat(call.header("webhook-id")).containsExactly("N1-0000000000000000000000000B");
        assertThat(call.header("webhook-timestamp")).containsExactly("1772439301");
        assertThat(call.header("webhook-signature"))
                .containsExactly(
                        "v1,Nlk1bvrT6FwiP9Wiz6HVlB+Vtsjc5uBmBhrN5epSmIs= v1,3A/+dNoo9+yT+vkRjJAqHmF0q6+6hozmGgBjc4unMz4=");
    }

    private static Received posted(Notice notice) throws Exception {
        try (var partner = HttpPartner.thatAnswers(204);
                var connector = Connectors.at(InstantSource.fixed(NOW))) {
            connector.deliver(SampleNotices.delivery(notice, Samples.address(partner.url(), NEXT_SECRET, SECRET)));
            return partner.onlyCall();
        }
    }
}
