package eu.estafette.schemas.registry;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/**
 * How to reach a schema registry and what to do there. The keys are those of Confluent's serializers, so that one configuration serves
 * either; {@link #CACHE} is our own.
 *
 * @param urls          addresses of one registry, tried in turn
 * @param authorization value of the HTTP header, where credentials are configured
 * @param autoRegister  whether a schema the registry lacks is registered; else that is a fault
 * @param naming        under which subjects values are registered
 * @param keyNaming     the same for keys
 * @param specific      whether the deserializer gives generated classes, found by the writer schema's name
 * @param cache         file that remembers ids over restarts
 */
public record RegistryConfig(
        List<URI> urls,
        Optional<String> authorization,
        boolean autoRegister,
        SubjectNaming naming,
        SubjectNaming keyNaming,
        boolean specific,
        Optional<Path> cache,
        Duration connectTimeout,
        Duration readTimeout) {

    public static final String URL = "schema.registry.url";
    public static final String AUTO_REGISTER = "auto.register.schemas";
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    public static final String USER_INFO = "basic.auth.user.info";
    public static final String VALUE_NAMING = "value.subject.name.strategy";
    public static final String KEY_NAMING = "key.subject.name.strategy";
    public static final String SPECIFIC = "specific.avro.reader";
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT = "http.read.timeout.ms";
    public static final String CACHE = "estafette.registry.cache";

    private static final ConfigDef KEYS = new ConfigDef()
            .define(URL, Type.LIST, HIGH, "Addresses of one registry, separated by commas")
            .define(AUTO_REGISTER, Type.BOOLEAN, true, MEDIUM, "Whether unknown schemas are registered")
            .define(CREDENTIALS_SOURCE, Type.STRING, "", MEDIUM, "USER_INFO or URL; empty: USER_INFO if that is set")
            .define(USER_INFO, Type.PASSWORD, "", MEDIUM, "user:password")
            .define(SPECIFIC, Type.BOOLEAN, false, MEDIUM, "Whether records are read as generated classes")
            .define(CONNECT_TIMEOUT, Type.INT, 2_000, ConfigDef.Range.atLeast(1), LOW, "Per address")
            .define(READ_TIMEOUT, Type.INT, 5_000, ConfigDef.Range.atLeast(1), LOW, "Per request")
            .define(CACHE, Type.STRING, "", LOW, "File of known ids; empty: none");

    public RegistryConfig {
        urls = List.copyOf(urls);
    }

    /** @throws org.apache.kafka.common.config.ConfigException naming the key at fault */
    public static RegistryConfig of(Map<String, ?> configs) {
        var given = new AbstractConfig(KEYS, configs, false);
        List<URI> urls = Addresses.of(given.getList(URL));
        String cache = given.getString(CACHE);
        return new RegistryConfig(
                Addresses.withoutUserInfo(urls),
                BasicAuth.header(
                        given.getString(CREDENTIALS_SOURCE),
                        given.getPassword(USER_INFO).value(),
                        urls),
                given.getBoolean(AUTO_REGISTER),
                naming(configs, VALUE_NAMING),
                naming(configs, KEY_NAMING),
                given.getBoolean(SPECIFIC),
                cache.isEmpty() ? Optional.empty() : Optional.of(Path.of(cache)),
                Duration.ofMillis(given.getInt(CONNECT_TIMEOUT)),
                Duration.ofMillis(given.getInt(READ_TIMEOUT)));
    }

    /** Not a ConfigDef key: its value may be a class, also one that is not on our class path. */
    private static SubjectNaming naming(Map<String, ?> configs, String key) {
        Object value = configs.get(key);
        return value == null ? SubjectNaming.TOPIC_NAME : SubjectNaming.of(key, value);
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return "registry " + urls;
    }
}
