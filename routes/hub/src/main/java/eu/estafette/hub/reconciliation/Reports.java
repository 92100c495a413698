package eu.estafette.hub.reconciliation;

import eu.estafette.contract.message.ReconciliationReport;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.seal.JournalKey;
import eu.estafette.schemas.seal.ReportChain;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The chain of reports on {@code estafette.reconciliations}. Whoever adds one first takes the one transactional id there is for it, which
 * shuts out everybody else until the report is written; so the chain never forks.
 */
final class Reports {

    private static final String WRITER = "estafette-reconciliation";
    private static final int TRIES = 5;
    private static final int TRANSACTION_MILLIS = 10_000;

    private final Map<String, Object> connection;
    private final KeptRecords records;
    private final Serializer<SpecificRecord> serializer;
    private final Deserializer<SpecificRecord> deserializer;
    private final JournalKey key;

    Reports(
            Map<String, Object> connection,
            Serializer<SpecificRecord> serializer,
            Deserializer<SpecificRecord> deserializer,
            JournalKey key) {
        this.connection = Map.copyOf(connection);
        this.records = new KeptRecords(connection);
        this.serializer = serializer;
        this.deserializer = deserializer;
        this.key = key;
    }

    /**
     * Adds a report.
     *
     * @param body of the report that follows on the end of the chain
     * @throws KafkaException if Kafka does not answer, or others were quicker each time; no report is half written
     */
    ReconciliationReport add(CountedDay day, Instant at, Function<ReportChain, String> body) {
        for (int attempt = 1; ; attempt++) {
            try {
                return addOnce(day, at, body);
            } catch (KafkaException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** The newest report on a day. */
    Optional<ReconciliationReport> last(CountedDay day) {
        return all().reversed().stream()
                .filter(report -> report.getDay().equals(day.date()))
                .findFirst();
    }

    private ReconciliationReport addOnce(CountedDay day, Instant at, Function<ReportChain, String> body) {
        try (var producer = new KafkaProducer<>(writing(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            List<ReconciliationReport> before = all();
            ReportChain chain = before.isEmpty() ? ReportChain.EMPTY : ReportChain.endingWith(before.getLast());
            ReconciliationReport report = chain.next(day.date(), at, body.apply(chain), key);
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(
                    Topics.RECONCILIATIONS,
                    0,
                    day.date().toString().getBytes(StandardCharsets.UTF_8),
                    serializer.serialize(Topics.RECONCILIATIONS, report)));
            producer.commitTransaction();
            return report;
        }
    }

    /** In order. */
    List<ReconciliationReport> all() {
        List<ReconciliationReport> reports = new ArrayList<>();
        records.each(List.of(Topics.RECONCILIATIONS), record -> {
            if (deserializer.deserialize(record.topic(), record.value()) instanceof ReconciliationReport report) {
                reports.add(report);
            }
        });
        return reports;
    }

    private Map<String, Object> writing() {
        Map<String, Object> config = new HashMap<>(connection);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, WRITER);
        config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, TRANSACTION_MILLIS);
        config.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        return config;
    }
}
