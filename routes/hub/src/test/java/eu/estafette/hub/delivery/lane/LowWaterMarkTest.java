package eu.estafette.hub.delivery.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LowWaterMarkTest {

    @Test
    void itStaysAtTheFirstUnfinishedOffset() {
        assertThat(markAfter(10, List.of(10, 11, 12, 13), List.of(11, 13)).value())
                .isEqualTo(10);
        assertThat(markAfter(10, List.of(10, 11, 12, 13), List.of(10, 11, 13)).value())
                .isEqualTo(12);
        assertThat(markAfter(10, List.of(10, 11, 12, 13), List.of(13, 12, 11, 10))
                        .value())
                .isEqualTo(14);
    }

    @Test
    void withNothingReadItStaysWhereItStarted() {
        assertThat(markAfter(42, List.of(), List.of()).value()).isEqualTo(42);
    }

    @Test
    void gapsCountAsFinished() {
        assertThat(markAfter(0, List.of(3, 7, 9), List.of(3)).value()).isEqualTo(7);
        assertThat(markAfter(0, List.of(3, 7, 9), List.of(3, 7, 9)).value()).isEqualTo(10);
    }

    @Test
    void whatIsFinishedAboveItIsToldByWhatIsNot() {
        assertThat(markAfter(0, List.of(3, 7, 9, 12), List.of(9)).above())
                .isEqualTo(new LedgerEntry(10, List.of(3L, 7L)));
        assertThat(markAfter(0, List.of(3, 7, 9, 12), List.of(3, 7)).above()).isEqualTo(LedgerEntry.NOTHING);
        assertThat(markAfter(0, List.of(3, 7, 9, 12), List.of()).above()).isEqualTo(LedgerEntry.NOTHING);
    }

    @Test
    void finishingTwiceOrWhatWasNeverReadDoesNothing() {
        LowWaterMark mark = markAfter(0, List.of(1, 2), List.of(1, 1, 99));

        assertThat(mark.value()).isEqualTo(2);
        assertThat(mark.above()).isEqualTo(LedgerEntry.NOTHING);
    }

    @Test
    void anOffsetIsNeverReadTwice() {
        LowWaterMark mark = markAfter(5, List.of(5, 6), List.of());

        assertThatThrownBy(() -> mark.read(6)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LowWaterMark(5).read(4)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Mark and ledger together tell of every offset whether it is finished, whatever the order. */
    @RepeatedTest(50)
    void markAndLedgerTellWhatIsFinishedAndNothingElse(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        List<Integer> offsets = new ArrayList<>();
        for (int offset = 100; offsets.size() < 40; offset += 1 + random.nextInt(3)) {
            offsets.add(offset);
        }
        List<Integer> order = new ArrayList<>(offsets);
        Collections.shuffle(order, random);
        List<Integer> finished = order.subList(0, random.nextInt(order.size() + 1));

        LowWaterMark mark = markAfter(100, offsets, finished);

        LaneStart start = Calling.start(mark.value(), mark.above(), "");
        assertThat(offsets.stream().filter(start::isFinished))
                .as("seed %d", repetition.getCurrentRepetition())
                .containsExactlyElementsOf(new TreeSet<>(finished));
    }

    private static LowWaterMark markAfter(long start, List<Integer> read, List<Integer> finished) {
        var mark = new LowWaterMark(start);
        read.forEach(mark::read);
        finished.forEach(mark::finish);
        return mark;
    }
}
