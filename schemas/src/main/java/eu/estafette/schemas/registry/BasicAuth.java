package eu.estafette.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/** HTTP basic authentication from Confluent's configuration keys. */
final class BasicAuth {

    private BasicAuth() {}

    static Optional<String> header(String source, String userInfo, List<URI> urls) {
        String credentials =
                switch (source.isEmpty() ? (userInfo.isEmpty() ? "URL" : "USER_INFO") : source) {
                    case "USER_INFO" -> userInfo;
                    case "URL" ->
                        urls.stream()
                                .map(URI::getUserInfo)
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElse("");
                    default ->
                        throw new ConfigException(
                                RegistryConfig.CREDENTIALS_SOURCE, source, "must be USER_INFO or URL");
                };
        if (credentials.isEmpty()) {
            return Optional.empty();
        }
        if (!credentials.contains(":")) {
            throw new ConfigException(RegistryConfig.USER_INFO + " must have the form user:password");
        }
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(UTF_8)));
    }
}
