package eu.estafette.kit.rig;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.problem.Issue.Stage;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every connector promises by which partners tell us something, whatever the way: a call, a file, a mail, an answer that is fetched. A
 * connector's own test says what its messages look like and how they come; what it adds is the standard's own.
 */
public abstract class InboundContract {

    /** What became of a message, as far as its sender can tell. */
    public enum Told {
        /** It was taken. */
        TAKEN,
        /** It is no good: sending it again is of no use. */
        REFUSED,
        /** Nothing is said of it; it comes again. */
        NOT_NOW
    }

    /** Hands it over as the partner does, and goes on until its sender can tell what became of it. */
    protected abstract Told tell(String message) throws Exception;

    /** From now on, until it is back. */
    protected abstract void kafkaIs(boolean away);

    /** All that is durable, in order. */
    protected abstract List<CaseEvent> events();

    /** What is kept of the message beside the event; empty if the event is all that was sent. */
    protected abstract Optional<byte[]> original(CaseEvent event);

    /** Fields of the last message that were found fault with, in the partner's words. */
    protected abstract List<String> faultyFields() throws Exception;

    /** A complete message; other numbers are about other things. */
    protected abstract String good(int number);

    /** The same with one thing wrong of each of these kinds. */
    protected abstract String faulty(Set<Stage> stages);

    /** How the partner calls the field that is wrong in {@link #faulty} for that stage. */
    protected abstract String faultyField(Stage stage);

    /** Stages at which a message of this standard can be wrong at all, in order. */
    protected List<Stage> stages() {
        return List.of(Stage.values());
    }

    /** Made to harm whoever reads it. */
    protected abstract String hostile();

    /** What its sender can tell of that: a register is simply asked again. */
    protected Told toldOfHostile() {
        return Told.REFUSED;
    }

    private List<String> ids() {
        return events().stream().map(CaseEvent::getId).distinct().toList();
    }

    @Test
    void whatIsTakenIsDurableAndNamesWhatWasSent() throws Exception {
        // When
        Told told = tell(good(1));

        // Then
        assertThat(told).isEqualTo(Told.TAKEN);
        assertThat(events()).isNotEmpty().allSatisfy(event -> {
            Optional<byte[]> original = original(event);
            assertThat(Optional.ofNullable(event.getDataref()).isPresent()).isEqualTo(original.isPresent());
            original.ifPresent(bytes -> assertThat(bytes).isNotEmpty());
        });
    }

    @Test
    void whatIsWrongIsRefusedByItsFieldStageByStage() throws Exception {
        for (int first = 0; first < stages().size(); first++) {
            // Given: everything that would be looked at later is wrong as well
            String message = faulty(EnumSet.copyOf(stages().subList(first, stages().size())));

            // When
            Told told = tell(message);

            // Then
            Stage stage = stages().get(first);
            assertThat(told).as("%s", stage).isEqualTo(Told.REFUSED);
            assertThat(faultyFields()).as("%s", stage).containsExactly(faultyField(stage));
            assertThat(events()).isEmpty();
        }
    }

    @Test
    void whatIsWrongHoldsUpNothing() throws Exception {
        // Given
        tell(faulty(EnumSet.copyOf(stages())));
        tell(hostile());

        // When
        Told told = tell(good(1));

        // Then
        assertThat(told).isEqualTo(Told.TAKEN);
        assertThat(events()).isNotEmpty();
    }

    @Test
    void whatIsHostileIsRefusedAndDoesNothing() throws Exception {
        assertThat(tell(hostile())).isEqualTo(toldOfHostile());
        assertThat(events()).isEmpty();
    }

    @Test
    void theSameTwiceIsOneEvent() throws Exception {
        // Given
        tell(good(1));
        List<String> once = ids();

        // When
        Told again = tell(good(1));

        // Then
        assertThat(again).isEqualTo(Told.TAKEN);
        assertThat(ids()).isEqualTo(once);
    }

    @Test
    void nothingIsSaidToBeTakenThatIsNotDurable() throws Exception {
        // Given
        kafkaIs(true);

        // When
        Told told = tell(good(1));

        // Then
        assertThat(told).isEqualTo(Told.NOT_NOW);
        assertThat(events()).isEmpty();

        // and it is not lost
        kafkaIs(false);
        assertThat(tell(good(1))).isEqualTo(Told.TAKEN);
        assertThat(ids()).isNotEmpty();
    }
}
