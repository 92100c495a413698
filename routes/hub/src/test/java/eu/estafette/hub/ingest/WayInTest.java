package eu.estafette.hub.ingest;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.DoorLog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;

/** Calls of a running way in, over HTTP and without Kafka. What it keeps is forgotten before each test. */
@SpringBootTest(
        classes = WayIn.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.threads.virtual.enabled=true",
            "server.address=127.0.0.1",
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
abstract class WayInTest {

    static final String STRUCTURED = "application/cloudevents+json";

    final HttpClient client = HttpClient.newHttpClient();
    final Queue<CaseEvent> kept;
    final Queue<DoorLog.Refusal> refusals;
    final URI events;

    WayInTest(int port, Recorder recorder) {
        events = URI.create("http://127.0.0.1:" + port + "/api/events");
        kept = recorder.kept;
        refusals = recorder.refusals;
    }

    @BeforeEach
    void forget() {
        kept.clear();
        refusals.clear();
    }

    HttpResponse<String> post(String caller, String type, String body) throws IOException, InterruptedException {
        return client.send(
                request(caller, type).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String caller, String type) {
        return HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + caller)
                .header("Content-Type", type);
    }

    static String event(String party, String more) {
        return ("{'specversion':'1.0','id':'7d1c','source':'urn:estafette:party:" + party
                        + "','type':'eu.estafette.case.v1.referral.notify.requested','data':" + data(more) + "}")
                .replace('\'', '"');
    }

    static String data(String more) {
        return "{'subject':{'scheme':'BSN','number':'999990342'},'occurredOn':'2026-03-02','businessKey':'K',"
                + "'kind':{'scheme':'ESTAFETTE','code':'OTHER'}" + more + "}";
    }
}
