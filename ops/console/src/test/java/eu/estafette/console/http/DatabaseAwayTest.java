package eu.estafette.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.fixture.Postgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.annotation.DirtiesContext;

/** The hub starts with PostgreSQL away, and says so to whoever asks. */
@Import(DatabaseAwayTest.NobodyListens.class)
@DirtiesContext
class DatabaseAwayTest extends HttpTest {

    @Test
    void everyReadingCallSaysThatTheReadModelIsAwayAndWhenToAskAgain() {
        for (String call : CALLS) {
            // When
            Answer answer = get(call.startsWith("/api/ops") ? "operator" : "gemeente", call);

            // Then
            assertThat(answer.problem(503)).as(call).contains("ask again in some seconds");
            assertThat(answer.retryAfter()).isEqualTo("5");
        }
    }

    @TestConfiguration
    static class NobodyListens {

        /** Bound, so that no other process gets the port; it does not listen, so that connecting is refused. */
        @Bean
        Socket taken() throws IOException {
            var socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        }

        @Bean
        @Primary
        DataSource databaseThatIsAway(Socket taken) {
            return Postgres.pool(taken.getLocalPort(), "away", Duration.ofSeconds(1));
        }
    }
}
