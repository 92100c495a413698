package eu.estafette.kit.rig;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every connector promises whose partners send messages, which may overtake each other; a register that is asked has none. */
public abstract class MessageContract extends InboundContract {

    /** Two words about one thing, the one that was said first first. */
    protected abstract List<String> olderAndNewer();

    /** Which of two versions counts is the router's; that the older one cannot be taken for the newer is the connector's. */
    @Test
    void anOlderWordThatComesLateIsRefusedOrKnownToBeOlder() throws Exception {
        // Given
        List<String> words = olderAndNewer();
        tell(words.getLast());
        CaseEvent newer = events().getLast();

        // When
        Told told = tell(words.getFirst());

        // Then
        List<CaseEvent> late = events().stream()
                .filter(event -> !event.getId().equals(newer.getId()))
                .toList();
        if (told == Told.REFUSED) {
            assertThat(late).isEmpty();
        } else {
            assertThat(late).singleElement().satisfies(older -> {
                assertThat(older.getBusinessKey()).isEqualTo(newer.getBusinessKey());
                assertThat(older.getEventVersion()).isLessThan(newer.getEventVersion());
            });
        }
    }
}
