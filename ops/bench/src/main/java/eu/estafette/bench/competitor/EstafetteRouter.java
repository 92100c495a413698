package eu.estafette.bench.competitor;

import eu.estafette.hub.router.DueWatch;
import eu.estafette.hub.router.Router;
import eu.estafette.hub.router.RouterFlow;
import eu.estafette.hub.router.RouterSettings;
import eu.estafette.hub.topics.TopicSetup;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The hub's router flow as it is, with its own settings; {@code -Destafette.router.…} changes them as in the hub. */
final class EstafetteRouter implements Competitor {

    private final Admin admin;
    private final RouterFlow flow;

    EstafetteRouter(Place place, Router router) {
        Map<String, Object> clients = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, place.kafka());
        admin = Admin.create(clients);
        flow = new RouterFlow(
                router,
                new DueWatch(),
                settings(),
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        place.kafka(),
                        StreamsConfig.REPLICATION_FACTOR_CONFIG,
                        1,
                        StreamsConfig.STATE_DIR_CONFIG,
                        place.state().toString()));
    }

    @Override
    public void start() {
        var topics = new TopicSetup(admin);
        topics.startGroup(RouterSettings.APPLICATION_ID, topics.partitionsOf(List.of(Topics.EVENTS)));
        flow.start();
    }

    @Override
    public long settled() {
        try {
            return admin
                    .listConsumerGroupOffsets(RouterSettings.APPLICATION_ID)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for the router's offsets", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the router's offsets are not known", e);
        }
    }

    @Override
    public void close() {
        flow.stop();
        admin.close();
    }

    private static RouterSettings settings() {
        var given = new MapConfigurationPropertySource(System.getProperties());
        return new Binder(given).bindOrCreate("estafette.router", RouterSettings.class);
    }
}
