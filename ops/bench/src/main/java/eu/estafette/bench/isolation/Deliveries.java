package eu.estafette.bench.isolation;

import eu.estafette.bench.scenario.Encoding;
import eu.estafette.bench.scenario.Parties;
import eu.estafette.connector.webhook.WebhookConnector;
import eu.estafette.connector.webhook.WebhookRoutes;
import eu.estafette.hub.delivery.DeliveryPorts;
import eu.estafette.hub.delivery.DeliverySettings;
import eu.estafette.hub.delivery.DeliveryWorker;
import eu.estafette.hub.delivery.call.CamelPartnerCall;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.http.HttpTimeouts;
import eu.estafette.kit.notice.NoticeJson;
import eu.estafette.kit.notice.StepTexts;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The hub's delivery as it ships, with the webhook connector, and a feed of notices for it. */
final class Deliveries implements AutoCloseable {

    private static final int WINDOW = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SECRET = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";

    private final Tokens tokens = new Tokens(new HubSecrets("s".repeat(32), "c".repeat(32), "n".repeat(32)));
    private final Encoding encoding;
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final HttpCalls http = new HttpCalls(HttpTimeouts.STANDARD);
    private final DeliveryWorker worker;
    private final KafkaProducer<byte[], byte[]> producer;

    Deliveries(String bootstrapServers, Encoding encoding, PartyRegistry parties) {
        this.encoding = encoding;
        Map<String, Object> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        var texts = new NoticeJson(
                new PayloadCodec(Contracts.shipped()), URI.create("http://127.0.0.1"), StepTexts.shipped());
        try {
            camel.addRoutes(new WebhookRoutes(texts, http, InstantSource.system()));
        } catch (Exception e) {
            throw new IllegalStateException("The webhook's routes are wrong", e);
        }
        camel.start();
        worker = new DeliveryWorker(
                asShipped(),
                new DeliveryPorts(
                        kafka,
                        encoding.notices(),
                        encoding.commands(),
                        encoding.serializer(),
                        parties,
                        tokens,
                        new CamelPartnerCall(camel.createProducerTemplate(), List.of(new WebhookConnector())),
                        InstantSource.system(),
                        new Random(1),
                        new SimpleMeterRegistry()));
        producer = new KafkaProducer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        worker.start();
    }

    private static DeliverySettings asShipped() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("estafette.delivery", DeliverySettings.class);
    }

    static PartyRegistry reaching(Partners partners) {
        return Parties.registry(
                party -> new DeliveryAddress(
                        "webhook", Map.of("url", List.of(url(partners, party)), "secret", List.of(SECRET))),
                WINDOW);
    }

    private static String url(Partners partners, String party) {
        try {
            return partners.urlOf(party);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Once all lanes are open, puts notices on them. */
    Map<Feed.Sent, Long> feed(List<String> parties, int notices, int perSecond) {
        await(() -> worker.lanes().size() == parties.size());
        return new Feed(tokens, encoding, producer).run(parties, notices, perSecond);
    }

    /** Waits until that is so, or for a minute. */
    void await(BooleanSupplier so) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(10_000_000);
        }
    }

    @Override
    public void close() {
        worker.close();
        producer.close(Duration.ZERO);
        camel.stop();
        http.close();
    }
}
