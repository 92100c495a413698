package eu.estafette.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryConfigTest {

    private static final String HUB_SECRET = "Basic aHViOnNlY3JldA==";

    private final Schema notice =
            SchemaBuilder.record("org.example.Notice").fields().endRecord();

    @Test
    void addressesAreSeparatedByCommas() {
        // When
        RegistryConfig config = config(Map.of("schema.registry.url", "http://one:8081, https://two/apis/ccompat/v7/"));

        // Then
        assertThat(config.urls())
                .containsExactly(URI.create("http://one:8081"), URI.create("https://two/apis/ccompat/v7"));
    }

    @Test
    void withoutOtherKeysTheDefaultsAreConfluents() {
        // When
        RegistryConfig config = config(Map.of("schema.registry.url", "http://one:8081"));

        // Then
        assertThat(config.autoRegister()).isTrue();
        assertThat(config.naming()).isEqualTo(SubjectNaming.TOPIC_NAME);
        assertThat(config.specific()).isFalse();
        assertThat(config.authorization()).isEmpty();
        assertThat(config.cache()).isEmpty();
    }

    @Test
    void everyKeyReachesItsUser() {
        // When
        RegistryConfig config = config(Map.of(
                "schema.registry.url", "http://one:8081",
                "auto.register.schemas", "false",
                "value.subject.name.strategy", "RecordName",
                "key.subject.name.strategy", "TopicRecordNameStrategy",
                "specific.avro.reader", "true",
                "http.connect.timeout.ms", "300",
                "http.read.timeout.ms", "700",
                "estafette.registry.cache", "data/schema-ids.json"));

        // Then
        assertThat(config.autoRegister()).isFalse();
        assertThat(config.naming()).isEqualTo(SubjectNaming.RECORD_NAME);
        assertThat(config.keyNaming()).isEqualTo(SubjectNaming.TOPIC_RECORD_NAME);
        assertThat(config.specific()).isTrue();
        assertThat(config.connectTimeout()).hasMillis(300);
        assertThat(config.readTimeout()).hasMillis(700);
        assertThat(config.cache()).contains(Path.of("data/schema-ids.json"));
    }

    @Test
    void credentialsComeFromTheirOwnKey() {
        // Given
        Map<String, String> keys =
                Map.of("schema.registry.url", "http://one:8081", "basic.auth.user.info", "hub:secret");
        Map<String, String> withSource = new HashMap<>(keys);
        withSource.put("basic.auth.credentials.source", "USER_INFO");

        // When / Then
        assertThat(config(keys).authorization()).contains(HUB_SECRET);
        assertThat(config(withSource).authorization()).contains(HUB_SECRET);
    }

    @Test
    void credentialsComeFromTheAddressAndDoNotStayInIt() {
        // When
        RegistryConfig config = config(
                Map.of("schema.registry.url", "http://hub:secret@one:8081", "basic.auth.credentials.source", "URL"));

        // Then
        assertThat(config.authorization()).contains(HUB_SECRET);
        assertThat(config.urls()).containsExactly(URI.create("http://one:8081"));
        assertThat(config.toString()).doesNotContain("secret", "aHVi");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RecordName", "RecordNameStrategy", "io.confluent.kafka.serializers.subject.RecordNameStrategy"})
    void aStrategyIsNamedByClassOrShorter(String strategy) {
        assertThat(SubjectNaming.of("value.subject.name.strategy", strategy)).isEqualTo(SubjectNaming.RECORD_NAME);
    }

    @Test
    void subjectsAreNamedAsConfluentNamesThem() {
        assertThat(SubjectNaming.TOPIC_NAME.subject("orders", false, notice)).isEqualTo("orders-value");
        assertThat(SubjectNaming.TOPIC_NAME.subject("orders", true, notice)).isEqualTo("orders-key");
        assertThat(SubjectNaming.RECORD_NAME.subject("orders", false, notice)).isEqualTo("org.example.Notice");
        assertThat(SubjectNaming.TOPIC_RECORD_NAME.subject("orders", false, notice))
                .isEqualTo("orders-org.example.Notice");
    }

    @ParameterizedTest
    @CsvSource({
        "schema.registry.url,           ftp://hub:secret@one",
        "schema.registry.url,           http://hub:secret@",
        "auto.register.schemas,         perhaps",
        "value.subject.name.strategy,   Topic Name",
        "basic.auth.credentials.source, SASL_INHERIT",
        "basic.auth.user.info,          hubsecret",
        "http.read.timeout.ms,          0"
    })
    void aWrongValueIsRefusedByItsKeyAndWithoutCredentials(String key, String value) {
        // Given
        Map<String, String> keys = new HashMap<>(Map.of("schema.registry.url", "http://one:8081"));
        keys.put(key, value);

        // When / Then
        assertThatThrownBy(() -> config(keys))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void theAddressIsRequired() {
        assertThatThrownBy(() -> config(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    private static RegistryConfig config(Map<String, String> keys) {
        return RegistryConfig.of(keys);
    }
}
