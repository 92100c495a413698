package eu.estafette.hub.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.Round;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PollersTest {

    private final Pollers pollers = new Pollers();

    private record Named(String id) implements Poller {

        @Override
        public Duration interval() {
            return Duration.ofDays(1);
        }

        @Override
        public void poll(Round round) {}
    }

    @Test
    void allAreFetchedFromInTheirOrder() {
        // When
        pollers.add(new Named("files/ksz/b"), "party ksz");
        pollers.add(new Named("files/ksz/a"), "party ksz");

        // Then
        assertThat(pollers.all()).extracting(Poller::id).containsExactly("files/ksz/b", "files/ksz/a");
    }

    @Test
    void twoOfOneNameAreRefusedWithWhoseAndWhatToDo() {
        // Given
        pollers.add(new Named("files/ksz/a"), "party ksz, receive: {by: files}");

        // When, Then
        assertThatThrownBy(() -> pollers.add(new Named("files/ksz/a"), "party ksz, receive: {by: files}"))
                .hasMessage("party ksz, receive: {by: files} is a second address for files/ksz/a, and would do the same"
                        + " twice; remove it, or give it another folder by \"in\"");
    }
}
