package eu.estafette.local.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.schemas.registry.Compatibility;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The calls of the Confluent REST API that Avro clients make, as functions from a request to a body. Deleting is not offered. */
final class RegistryApi {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Registry registry;

    RegistryApi(Registry registry) {
        this.registry = registry;
    }

    /** @throws Refusal for every answer that is not 200 */
    Object answer(String method, URI uri, String body) {
        String[] path = Arrays.stream(uri.getRawPath().split("/"))
                .filter(part -> !part.isEmpty())
                .map(part -> URLDecoder.decode(part.replace("+", "%2B"), UTF_8))
                .toArray(String[]::new);
        String query = uri.getQuery() == null ? "" : uri.getQuery();
        return switch (method + " " + (path.length == 0 ? "" : path[0]) + " " + path.length) {
            case "GET  0" -> Map.of();
            case "GET subjects 1" -> registry.catalogue().subjects().keySet();
            case "POST subjects 2" -> registry.lookup(path[1], schema(body));
            case "GET subjects 3" -> versions(path);
            case "POST subjects 3" -> Map.of("id", registry.register(subjectOfVersions(path), schema(body)));
            case "GET subjects 4" -> registry.version(subjectOfVersions(path), path[3]);
            case "GET schemas 2" -> types(path);
            case "GET schemas 3" -> byId(path);
            case "POST compatibility 4" -> compatible(query, registry.faults(checked(path), schema(body)));
            case "POST compatibility 5" -> compatible(query, registry.faults(checked(path), path[4], schema(body)));
            case "GET config 1" ->
                Map.of("compatibilityLevel", registry.catalogue().level());
            case "GET config 2" -> levelOf(path[1], query.contains("defaultToGlobal=true"));
            case "PUT config 1" -> set(registry::level, body);
            case "PUT config 2" -> set(level -> registry.level(path[1], level), body);
            default -> throw Refusal.noSuchPath();
        };
    }

    private List<Integer> versions(String[] path) {
        String subject = subjectOfVersions(path);
        int count = registry.catalogue().versions(subject).size();
        if (count == 0) {
            throw Refusal.subjectNotFound(subject);
        }
        return IntStream.rangeClosed(1, count).boxed().toList();
    }

    private Map<String, String> byId(String[] path) {
        is(path[1], "ids");
        int id = path[2].matches("\\d{1,9}") ? Integer.parseInt(path[2]) : 0;
        return Map.of(
                "schema",
                registry.catalogue()
                        .schema(id)
                        .orElseThrow(() -> Refusal.schemaNotFound("Schema " + path[2] + " not found")));
    }

    private static List<String> types(String[] path) {
        is(path[1], "types");
        return List.of("AVRO");
    }

    private static Map<String, Object> compatible(String query, List<String> faults) {
        return query.contains("verbose=true")
                ? Map.of("is_compatible", faults.isEmpty(), "messages", faults)
                : Map.of("is_compatible", faults.isEmpty());
    }

    private Map<String, Compatibility> levelOf(String subject, boolean orGlobal) {
        Catalogue now = registry.catalogue();
        if (!orGlobal && !now.levels().containsKey(subject)) {
            throw Refusal.noOwnLevel(subject);
        }
        return Map.of("compatibilityLevel", now.levelOf(subject));
    }

    private static Map<String, Compatibility> set(Consumer<Compatibility> setter, String body) {
        String given = parsed(body).path("compatibility").asText();
        Compatibility level = Arrays.stream(Compatibility.values())
                .filter(one -> one.name().equals(given.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> Refusal.invalidLevel(given));
        setter.accept(level);
        return Map.of("compatibility", level);
    }

    private static String schema(String body) {
        JsonNode request = parsed(body);
        String type = request.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw Refusal.invalidSchema("schemaType is '" + type + "', this registry keeps AVRO");
        }
        if (!request.path("references").isEmpty()) {
            throw Refusal.invalidSchema("references are not kept; send the schema whole");
        }
        return request.path("schema").asText();
    }

    private static JsonNode parsed(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw Refusal.invalidSchema("the body is not JSON: " + e.getOriginalMessage());
        }
    }

    private static String subjectOfVersions(String[] path) {
        is(path[2], "versions");
        return path[1];
    }

    private static String checked(String[] path) {
        is(path[1], "subjects");
        is(path[3], "versions");
        return path[2];
    }

    private static void is(String part, String expected) {
        if (!part.equals(expected)) {
            throw Refusal.noSuchPath();
        }
    }
}
