package eu.estafette.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.avro.JavaStrings;
import eu.estafette.schemas.registry.Compatibility;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegisteredSchema;
import eu.estafette.schemas.registry.RegistryClient;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryException;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.AbstractObjectAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Estafette needs of a schema registry, whoever made it. The registry under test asks for credentials and has the global level
 * FULL_TRANSITIVE; each test uses subjects of its own.
 */
interface RegistryContract {

    Schema FIRST = SchemaBuilder.record("eu.estafette.test.Reading")
            .fields()
            .requiredString("meter")
            .endRecord();
    Schema SECOND = SchemaBuilder.record("eu.estafette.test.Reading")
            .fields()
            .requiredString("meter")
            .optionalString("unit")
            .endRecord();
    /** Fits the first as nobody there asks for a unit, not the second. */
    Schema OTHER_UNIT = SchemaBuilder.record("eu.estafette.test.Reading")
            .fields()
            .requiredString("meter")
            .optionalInt("unit")
            .endRecord();

    Schema INCOMPATIBLE = SchemaBuilder.record("eu.estafette.test.Reading")
            .fields()
            .requiredInt("meter")
            .endRecord();

    /** Address and credentials of the registry under test. */
    Connection connection();

    @Test
    default void aRegisteredSchemaIsFetchedByItsId() {
        try (var client = client()) {
            // When
            int id = client.register(subject(), FIRST);

            // Then
            assertThat(client.byId(id)).isEqualTo(FIRST);
        }
    }

    @Test
    default void ourOwnMessagesComeBackWithCategoriesAndDocumentation() {
        try (var client = client()) {
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
        try (var client = client()) {
            int id = client.register(subject, FIRST);

            // When / Then
            assertThat(client.register(subject, FIRST)).isEqualTo(id);
            assertThat(client.register(subject(), FIRST)).isEqualTo(id);
            assertThat(client.versions(subject)).containsExactly(1);
        }
    }

    @Test
    default void aCompatibleSchemaBecomesTheNextVersion() {
        // Given
        String subject = subject();
        try (var client = client()) {
            int first = client.register(subject, FIRST);

            // When
            int second = client.register(subject, SECOND);

            // Then
            assertThat(second).isNotEqualTo(first);
            assertThat(client.versions(subject)).containsExactly(1, 2);
            assertThat(client.version(subject, 1)).isEqualTo(new RegisteredSchema(subject, 1, first, FIRST));
            assertThat(client.version(subject, 2)).isEqualTo(new RegisteredSchema(subject, 2, second, SECOND));
            assertThat(client.subjects()).contains(subject);
        }
    }

    @Test
    default void aSchemaIsLookedUpWithoutRegisteringIt() {
        // Given
        String subject = subject();
        try (var client = client()) {
            int id = client.register(subject, FIRST);

            // When / Then
            assertThat(client.lookup(subject, FIRST)).isEqualTo(new RegisteredSchema(subject, 1, id, FIRST));
            fault(() -> client.lookup(subject, SECOND)).isEqualTo(Fault.UNKNOWN);
            assertThat(client.versions(subject)).containsExactly(1);
        }
    }

    @Test
    default void compatibilityIsCheckedWithoutRegistering() {
        // Given
        String subject = subject();
        try (var client = client()) {
            client.register(subject, FIRST);

            // When / Then
            assertThat(client.isCompatible(subject, SECOND)).isTrue();
            assertThat(client.isCompatible(subject, INCOMPATIBLE)).isFalse();
            assertThat(client.isCompatible(subject, 1, SECOND)).isTrue();
            assertThat(client.isCompatible(subject, 1, INCOMPATIBLE)).isFalse();
            assertThat(client.isCompatible(subject(), INCOMPATIBLE)).isTrue();
            assertThat(client.versions(subject)).containsExactly(1);
        }
    }

    @Test
    default void anIncompatibleChangeIsRefusedAndLeavesTheSubjectAsItWas() {
        // Given
        String subject = subject();
        try (var client = client()) {
            client.register(subject, FIRST);

            // When / Then
            assertThatThrownBy(() -> client.register(subject, INCOMPATIBLE))
                    .hasMessageStartingWith("Registering eu.estafette.test.Reading under subject '" + subject + "'")
                    .hasMessageContaining("nothing was registered");
            fault(() -> client.register(subject, INCOMPATIBLE)).isEqualTo(Fault.INCOMPATIBLE);
            assertThat(client.versions(subject)).containsExactly(1);
        }
    }

    @Test
    default void aChangeMustSuitAllVersionsNotOnlyTheLast() {
        // Given
        String subject = subject();
        try (var client = client()) {
            client.register(subject, SECOND);
            client.register(subject, FIRST);

            // When / Then
            fault(() -> client.register(subject, OTHER_UNIT)).isEqualTo(Fault.INCOMPATIBLE);
        }
    }

    @Test
    default void aSubjectMayHaveALevelOfItsOwn() {
        // Given
        String subject = subject();
        try (var client = client()) {
            client.register(subject, FIRST);

            // When
            client.setCompatibility(subject, Compatibility.NONE);
            client.register(subject, INCOMPATIBLE);

            // Then
            assertThat(client.compatibility(subject)).isEqualTo(Compatibility.NONE);
            assertThat(client.compatibility()).isEqualTo(Compatibility.FULL_TRANSITIVE);
            assertThat(client.versions(subject)).containsExactly(1, 2);
        }
    }

    @Test
    default void whatIsUnknownIsSaidByName() {
        // Given
        String subject = subject();
        try (var client = client()) {
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

    private RegistryClient client() {
        return new RegistryClient(RegistryConfig.of(connection().keys()));
    }

    private static String subject() {
        return "test-" + UUID.randomUUID();
    }

    private static AbstractObjectAssert<?, Fault> fault(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.throwable(RegistryException.class))
                .extracting(RegistryException::fault);
    }
}
