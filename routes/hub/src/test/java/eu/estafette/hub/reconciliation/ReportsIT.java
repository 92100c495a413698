package eu.estafette.hub.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.ReconciliationReport;
import eu.estafette.schemas.seal.JournalKey;
import eu.estafette.schemas.seal.ReportChain;
import eu.estafette.schemas.seal.VerifyingKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reports on days of their own, in one chain that all tests add to. */
class ReportsIT {

    private static DayTopics topics;

    @BeforeAll
    static void start() throws Exception {
        topics = new DayTopics();
    }

    @AfterAll
    static void stop() throws Exception {
        topics.close();
    }

    @Test
    void reportsAreOneSignedChain() {
        // Given
        var key = JournalKey.generate();
        Reports reports = topics.reports(key);
        CountedDay day = day("2026-03-04");
        Instant at = Instant.parse("2026-03-05T01:00:00Z");
        List<ReconciliationReport> earlier = reports.all();
        ReportChain before = earlier.isEmpty() ? ReportChain.EMPTY : ReportChain.endingWith(earlier.getLast());

        // When
        ReconciliationReport first = reports.add(day, at, chain -> "{\"number\":" + (chain.number() + 1) + "}");
        ReconciliationReport second = reports.add(day, at, chain -> "{\"previous\":\"" + chain.lastHash() + "\"}");

        // Then
        var keys = new VerifyingKeys(List.of(key.publicKey()));
        assertThat(before.isFollowedBy(first)).isTrue();
        assertThat(ReportChain.endingWith(first).isFollowedBy(second)).isTrue();
        assertThat(second.getBody()).contains(ReportChain.endingWith(first).lastHash());
        assertThat(reports.all()).endsWith(first, second);
        assertThat(reports.last(day)).contains(second);
        assertThat(ReportChain.isSigned(second, keys)).isTrue();
        second.setBody("{}");
        assertThat(ReportChain.isSigned(second, keys)).isFalse();
    }

    @Test
    void aWriterThatWasCutOffLeavesNothingAndIsShutOut() throws Exception {
        // Given
        Reports reports = topics.reports(JournalKey.generate());
        CountedDay day = day("2026-03-05");
        int before = reports.all().size();
        try (Producer<byte[], byte[]> cutOff = topics.writerThatWasCutOff()) {

            // When
            reports.add(day, Instant.parse("2026-03-06T01:00:00Z"), chain -> "{}");

            // Then
            assertThat(reports.all()).hasSize(before + 1);
            assertThatThrownBy(cutOff::commitTransaction).isInstanceOf(KafkaException.class);
            assertThat(reports.all()).hasSize(before + 1);
        }
    }

    @Test
    void whoGotNoAnswerAsksAgainAndGetsTheReportThatIsThere() throws Exception {
        // Given
        Reports reports = topics.reports(JournalKey.generate());
        CountedDay day = day("2026-03-06");
        ReconciliationReport written = reports.add(day, Instant.now(), chain -> "{}");

        // When
        ReconciliationReport found = topics.daily(reports).of(day, Duration.ofMinutes(1));

        // Then
        assertThat(found).isEqualTo(written);
    }

    private static CountedDay day(String text) {
        return new CountedDay(LocalDate.parse(text));
    }
}
