package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.undecidable;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.operations.FigureMeters;
import eu.estafette.console.readmodel.ReadModel;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

class FigureMetersTest extends HttpTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));

    @Autowired
    private DataSource database;

    @Autowired
    private ReadModel readModel;

    private MeterRegistry meters(DataSource source) {
        var registry = new SimpleMeterRegistry();
        new FigureMeters(JdbcClient.create(source), readModel, InstantSource.system(), now::get).bindTo(registry);
        return registry;
    }

    private static double gauge(MeterRegistry meters, String name) {
        return meters.get(name).gauge().value();
    }

    @Test
    void theyAreCountedAnewAfterAQuarterOfAMinute() {
        // Given
        MeterRegistry meters = meters(database);
        assertThat(gauge(meters, "estafette.events.held")).isZero();

        // When
        model.journaled(undecidable("E2", 7, "gemeente").setState("HELD").setReason("NO_CASE"));
        model.setAside("0-18", "TOO_LARGE");

        // Then
        assertThat(gauge(meters, "estafette.events.held")).isZero();
        now.set(now.get().plusSeconds(16));
        assertThat(gauge(meters, "estafette.events.held")).isEqualTo(1);
        assertThat(gauge(meters, "estafette.events.invalid")).isEqualTo(1);
        assertThat(gauge(meters, "estafette.notices.dead")).isZero();
    }

    @Test
    void withoutTheDatabaseNothingIsClaimed() {
        // Given
        MeterRegistry meters = meters(new AbstractDataSource() {
            @Override
            public java.sql.Connection getConnection() throws java.sql.SQLException {
                throw new java.sql.SQLException("away");
            }

            @Override
            public java.sql.Connection getConnection(String user, String password) throws java.sql.SQLException {
                return getConnection();
            }
        });

        // When, Then
        assertThat(gauge(meters, "estafette.events.held")).isNaN();
        assertThat(gauge(meters, "estafette.steps.unowned")).isNaN();
    }
}
