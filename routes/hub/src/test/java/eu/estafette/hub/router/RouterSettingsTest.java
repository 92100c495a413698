package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RouterSettingsTest {

    /** A replication factor of -1 leaves it to the broker. */
    @ParameterizedTest
    @CsvSource({"1, , 0", "-1, , 0", "2, , 0", "3, , 1", "5, , 1", "3, 0, 0", "1, 2, 2"})
    void aStandbyIsKeptWhereThereIsMoreThanOneMachine(int replicationFactor, Integer set, int standbys) {
        // Given
        Map<String, Object> properties = set == null ? Map.of() : Map.of("estafette.router.standby-replicas", set);

        // When
        RouterSettings settings = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("estafette.router", RouterSettings.class);

        // Then
        assertThat(settings.standbyReplicasWith(replicationFactor)).isEqualTo(standbys);
        assertThat(settings.sessionTimeout()).isEqualTo(Duration.ofSeconds(6));
    }
}
