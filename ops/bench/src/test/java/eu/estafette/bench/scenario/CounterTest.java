package eu.estafette.bench.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.schemas.Topics;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The digest is what makes a wrong competitor show, so it must see every difference and nothing else. */
class CounterTest {

    private record Written(String topic, String key, String value, String header) {}

    private static final Written NOTICE = new Written(Topics.NOTICES, "N1", "notice", "a");
    private static final Written ON_LANE = new Written(Topics.lane("jobcoach-00"), "C1", "notice", "a");

    @Test
    void theOrderOfRecordsDoesNotMatter() {
        assertThat(tally(NOTICE, ON_LANE)).isEqualTo(tally(ON_LANE, NOTICE));
    }

    @Test
    void anotherTopicKeyValueOrHeaderIsAnotherDigest() {
        assertThat(List.of(
                        tally(NOTICE),
                        tally(new Written(Topics.NOTICES, "N2", "notice", "a")),
                        tally(new Written(Topics.NOTICES, "N1", "other", "a")),
                        tally(new Written(Topics.NOTICES, "N1", "notice", "b")),
                        tally(new Written(Topics.JOURNAL, "N1", "notice", "a"))))
                .extracting(Tally::digest)
                .doesNotHaveDuplicates();
    }

    @Test
    void aRecordWrittenTwiceShows() {
        assertThat(tally(NOTICE, NOTICE)).isNotEqualTo(tally(NOTICE));
        assertThat(tally(NOTICE, NOTICE).notices()).isEqualTo(2);
    }

    @Test
    void aRecallShowsAndSoDoesItsEnd() {
        // Given
        var open = new Counter();
        var ended = new Counter();

        // When
        open.add(Topics.recall("jobcoach-00"), "N1", new byte[0], new RecordHeaders());
        ended.add(Topics.recall("jobcoach-00"), "N1", null, new RecordHeaders());

        // Then
        assertThat(List.of(tally(), open.tally(), ended.tally()))
                .extracting(Tally::digest)
                .doesNotHaveDuplicates();
        assertThat(open.tally().onLanes()).isZero();
    }

    private static Tally tally(Written... records) {
        var counter = new Counter();
        for (Written record : records) {
            var headers = new RecordHeaders().add("ce_id", record.header().getBytes(UTF_8));
            counter.add(record.topic(), record.key(), record.value().getBytes(UTF_8), headers);
        }
        return counter.tally();
    }
}
