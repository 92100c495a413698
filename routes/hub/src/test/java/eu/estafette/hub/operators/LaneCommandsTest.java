package eu.estafette.hub.operators;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.desk.LaneOrder;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.console.desk.LaneOrder.OnLane;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.topics.Partitions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LaneCommandsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:00Z");

    @Test
    void eachPartitionIsToldOfItsOwnNoticesOnly() {
        // Given
        List<OnLane> notices = IntStream.range(0, 40)
                .mapToObj(number -> new OnLane("N" + number, "C" + number / 2))
                .toList();

        // When
        Map<Integer, LaneCommand> commands = LaneCommands.of(order(Kind.REPLAY, notices), 3);

        // Then
        assertThat(commands).hasSize(3);
        commands.forEach((partition, command) -> {
            assertThat(command.getNotices()).isNotEmpty().allSatisfy(notice -> {
                int number = Integer.parseInt(notice.substring(1));
                assertThat(Partitions.of("C" + number / 2, 3)).isEqualTo(partition);
            });
            assertThat(command.getCommandId()).isEqualTo("c-1");
            assertThat(command.getWave()).isEqualTo(10);
        });
        assertThat(commands.values().stream().flatMap(command -> command.getNotices().stream()))
                .hasSize(40)
                .doesNotHaveDuplicates();
    }

    @Test
    void whatNobodyCouldReadLiesWhereItsPlaceSays() {
        assertThat(LaneCommands.of(
                        order(
                                Kind.DISCARD,
                                List.of(
                                        new OnLane("estafette.lane.coach-org-4-17", ""),
                                        new OnLane("estafette.lane.coach-org-5-9", "C1"))),
                        6))
                .containsOnlyKeys(4, 5);
    }

    @Test
    void aPartitionWithoutSuchNoticesIsToldNothing() {
        assertThat(LaneCommands.of(order(Kind.DISCARD, List.of(new OnLane("N1", "C1"))), 6))
                .containsOnlyKeys(Partitions.of("C1", 6));
    }

    @Test
    void aLaneIsPausedInAllItsPartitions() {
        assertThat(LaneCommands.of(order(Kind.PAUSE, List.of()), 3)).containsOnlyKeys(0, 1, 2);
        assertThat(LaneCommands.of(order(Kind.RESUME, List.of()), 1)).containsOnlyKeys(0);
    }

    static LaneOrder order(Kind kind, List<OnLane> notices) {
        return new LaneOrder(
                "c-1",
                kind,
                "coach-org",
                "operator",
                Optional.of("their release"),
                NOW,
                notices,
                true,
                Optional.of(10),
                Optional.empty(),
                Optional.empty());
    }
}
