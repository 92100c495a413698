package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A party that sends more than its rate, over real HTTP. The batch is long enough that no machine is slow enough to pay it off meanwhile. */
class RateHttpIT extends WayInTest {

    private static final int BATCH = 600;

    RateHttpIT(@LocalServerPort int port, @Autowired Recorder recorder) {
        super(port, recorder);
    }

    @Test
    void whoSendsMoreThanItsRateIsToldToWaitAndNobodyElseIs() throws Exception {
        // Given
        String batch = Collections.nCopies(BATCH, event("gemeente-haast", "")).toString();
        HttpResponse<String> first = post("gemeente-haast", "application/cloudevents-batch+json", batch);

        // When
        HttpResponse<String> over = post("gemeente-haast", STRUCTURED, event("gemeente-haast", ""));
        HttpResponse<String> other = post("gemeente-oost", STRUCTURED, event("gemeente-oost", ""));

        // Then
        assertThat(first.statusCode()).isEqualTo(207);
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(over.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, (long) BATCH);
        assertThat(over.body()).contains("tooManyRequests");
        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(kept).hasSize(BATCH + 1);
    }
}
