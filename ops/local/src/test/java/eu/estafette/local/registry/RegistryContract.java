package eu.estafette.local.registry;

import static eu.estafette.local.registry.Readings.FIRST;
import static eu.estafette.local.registry.Readings.SECOND;
import static eu.estafette.local.registry.Readings.fault;
import static eu.estafette.local.registry.Readings.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.avro.JavaStrings;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegisteredSchema;
import eu.estafette.schemas.registry.RegistryClient;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Estafette needs of a schema registry, whoever made it. The registry under test asks for credentials and has the global level
 * FULL_TRANSITIVE; each test uses subjects of its own.
 */
interface RegistryContract {

    /** Address and credentials of the registry under test. */
    Connection connection();

    @Test
    default void aRegisteredSchemaIsFetchedByItsId() {
        try (var client = connection().connect()) {
            // When
            int id = client.register(subject(), FIRST);

            // Then
            assertThat(client.byId(id)).isEqualTo(FIRST);
        }
    }

    @Test
    default void ourOwnMessagesComeBackWithCategoriesAndDocumentation() {
        try (var client = connection().connect()) {
            // When
            int id = client.register(subject(), Notice.getClassSchema());

            // Then
            assertThat(client.byId(id)).isEqualTo(JavaStrings.without(Notice.getClassSchema()));
            assertThat(client.byId(id).getDoc())
                    .isEqualTo(Notice.getClassSchema().getDoc());
        }
    }

    @Test
    default void theSameSchemaHasTheSameIdAgainAndInAnotherSubject() {
        // Given
        String subject = subject();
        try (var client = connection().connect()) {
            int id = client.register(subject, FIRST);

            // When / Then
            assertThat(client.register(subject, FIRST)).isEqualTo(id);
            assertThat(client.register(subject(), FIRST)).isEqualTo(id);
            assertThat(client.versions(subject)).containsExactly(1);
        }
    }

    @Test
    default void aSchemaIsLookedUpWithoutRegisteringIt() {
        // Given
        String subject = subject();
        try (var client = connection().connect()) {
            int id = client.register(subject, FIRST);

            // When / Then
            assertThat(client.lookup(subject, FIRST)).isEqualTo(new RegisteredSchema(subject, 1, id, FIRST));
            fault(() -> client.lookup(subject, SECOND)).isEqualTo(Fault.UNKNOWN);
            assertThat(client.versions(subject)).containsExactly(1);
        }
    }

    @Test
    default void whatIsUnknownIsSaidByName() {
        // Given
        String subject = subject();
        try (var client = connection().connect()) {
            client.register(subject, FIRST);

            // When / Then
            assertThatThrownBy(() -> client.byId(987_654)).hasMessageContaining("schema id 987654");
            assertThatThrownBy(() -> client.versions("nowhere")).hasMessageContaining("'nowhere'");
            fault(() -> client.byId(987_654)).isEqualTo(Fault.UNKNOWN);
            fault(() -> client.versions("nowhere")).isEqualTo(Fault.UNKNOWN);
            fault(() -> client.lookup("nowhere", FIRST)).isEqualTo(Fault.UNKNOWN);
            fault(() -> client.version(subject, 2)).isEqualTo(Fault.UNKNOWN);
        }
    }

    @Test
    default void wrongOrNoCredentialsAreRefused() {
        // Given
        Map<String, String> wrong = new Connection(connection().url(), "hub:wrong").keys();
        Map<String, String> none = Map.of("schema.registry.url", connection().url());

        for (Map<String, String> keys : List.of(wrong, none)) {
            try (var client = new RegistryClient(RegistryConfig.of(keys))) {
                // When / Then
                assertThatThrownBy(() -> client.byId(1))
                        .hasMessageContaining("refuses our credentials")
                        .hasMessageContaining("basic.auth.user.info");
                fault(() -> client.register(subject(), FIRST)).isEqualTo(Fault.NOT_AUTHENTICATED);
            }
        }
    }

    @Test
    default void whileTheRegistryIsAwayWhatIsKnownGoesOnAndAfterwardsTheRestToo(@TempDir Path folder) {
        // Given
        String subject = subject();
        try (var gate = new Gate(connection().url())) {
            Map<String, String> keys = new HashMap<>(connection().through(gate).keys());
            keys.put("estafette.registry.cache", folder.resolve("ids.json").toString());
            int first;
            try (var known = new KnownSchemas(RegistryConfig.of(keys))) {
                known.warmUp(Map.of(subject, FIRST));
                first = known.idOf(subject, FIRST);
            }

            // When
            gate.shut();
            try (var restarted = new KnownSchemas(RegistryConfig.of(keys))) {
                restarted.warmUp(Map.of(subject, FIRST));

                // Then
                assertThat(restarted.idOf(subject, FIRST)).isEqualTo(first);
                assertThat(restarted.schemaOf(first)).isEqualTo(FIRST);
                fault(() -> restarted.idOf(subject, SECOND)).isEqualTo(Fault.AWAY);

                // When
                gate.open();

                // Then
                int second = restarted.idOf(subject, SECOND);
                assertThat(restarted.schemaOf(second)).isEqualTo(SECOND);
            }
        }
    }
}
