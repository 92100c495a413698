package eu.estafette.console.readmodel;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables. They live in a schema of their own, so that a database may serve others too. */
final class ReadModelSchema {

    private final DataSource dataSource;

    ReadModelSchema(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Makes or renews the tables; does nothing if they are as they should be. */
    void migrate() {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("estafette")
                .locations("classpath:eu/estafette/console/migrations")
                .load()
                .migrate();
    }
}
