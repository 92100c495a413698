package eu.estafette.local.registry;

import static eu.estafette.local.registry.Readings.FIRST;
import static eu.estafette.local.registry.Readings.INCOMPATIBLE;
import static eu.estafette.local.registry.Readings.OTHER_UNIT;
import static eu.estafette.local.registry.Readings.SECOND;
import static eu.estafette.local.registry.Readings.fault;
import static eu.estafette.local.registry.Readings.subject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.schemas.registry.Compatibility;
import eu.estafette.schemas.registry.RegisteredSchema;
import eu.estafette.schemas.registry.RegistryException.Fault;
import org.junit.jupiter.api.Test;

/** How a schema registry, whoever made it, guards the history of a subject. Its global level is FULL_TRANSITIVE. */
interface CompatibilityContract {

    /** Address and credentials of the registry under test. */
    Connection connection();

    @Test
    default void aCompatibleSchemaBecomesTheNextVersion() {
        // Given
        String subject = subject();
        try (var client = connection().connect()) {
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
    default void compatibilityIsCheckedWithoutRegistering() {
        // Given
        String subject = subject();
        try (var client = connection().connect()) {
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
        try (var client = connection().connect()) {
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
        try (var client = connection().connect()) {
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
        try (var client = connection().connect()) {
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
}
