package eu.estafette.connector.zgw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code Notificatie} and finds all that is wrong with it at once. */
final class NotificationReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    private static final int CHANNEL = 50;
    private static final int WORD = 100;
    private static final int URL = 1000;
    private static final int FEATURE = 1000;

    private final JsonNode json;
    private final List<FieldFault> faults = new ArrayList<>();

    private NotificationReader(JsonNode json) {
        this.json = json;
    }

    /** @throws InvalidNotificationException with everything that is wrong */
    static Notification read(byte[] body) throws InvalidNotificationException {
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new InvalidNotificationException(List.of(new FieldFault("", "invalid", "Het bericht is geen JSON.")));
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can always be read", e);
        }
        return new NotificationReader(json).notification();
    }

    private Notification notification() throws InvalidNotificationException {
        String channel = text("kanaal", CHANNEL);
        URI mainObject = url("hoofdObject");
        String resource = text("resource", WORD);
        URI resourceUrl = url("resourceUrl");
        String action = text("actie", WORD);
        OffsetDateTime created = moment("aanmaakdatum");
        Map<String, String> features = features();
        if (!faults.isEmpty()) {
            throw new InvalidNotificationException(faults);
        }
        return new Notification(channel, mainObject, resource, resourceUrl, action, created, features);
    }

    private String text(String name, int limit) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            faults.add(new FieldFault(name, "required", "Dit veld is vereist."));
        } else if (!value.isTextual() || value.textValue().isBlank()) {
            faults.add(new FieldFault(name, "invalid", "Dit veld moet tekst bevatten."));
        } else if (value.textValue().length() > limit) {
            faults.add(new FieldFault(name, "max_length", "Dit veld mag niet meer dan " + limit + " tekens bevatten."));
        }
        return value.asText();
    }

    private URI url(String name) {
        int before = faults.size();
        String text = text(name, URL);
        if (faults.size() == before) {
            try {
                URI url = new URI(text);
                if (url.isAbsolute() && url.getHost() != null) {
                    return url;
                }
            } catch (URISyntaxException e) {
                // said below
            }
            faults.add(new FieldFault(name, "bad-url", "Dit veld moet een volledige URL bevatten."));
        }
        return URI.create("");
    }

    private OffsetDateTime moment(String name) {
        int before = faults.size();
        String text = text(name, WORD);
        if (faults.size() == before) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                faults.add(new FieldFault(
                        name,
                        "invalid",
                        "Dit veld moet een datum en tijd met tijdzone bevatten: 2026-03-02T09:15:00+01:00."));
            }
        }
        return OffsetDateTime.MIN;
    }

    private Map<String, String> features() {
        Map<String, String> features = new LinkedHashMap<>();
        JsonNode given = json.path("kenmerken");
        if (!given.isMissingNode() && !given.isNull() && !given.isObject()) {
            faults.add(new FieldFault("kenmerken", "invalid", "Dit veld moet een object met teksten bevatten."));
        }
        given.properties().forEach(feature -> {
            JsonNode value = feature.getValue();
            if (!value.isTextual() || value.textValue().length() > FEATURE) {
                faults.add(new FieldFault(
                        "kenmerken", "invalid", "Elk kenmerk moet tekst van ten hoogste " + FEATURE + " tekens zijn."));
            }
            features.put(feature.getKey(), value.asText());
        });
        return features;
    }
}
