package eu.estafette.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.net.URLEncoder;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/** Parses the schema of a registry's answer, together with the schemas it refers to, which other writers' tools like to keep apart. */
final class SchemaTexts {

    private final RegistryHttp http;
    private final Answers answers;

    SchemaTexts(RegistryHttp http, Answers answers) {
        this.http = http;
        this.answers = answers;
    }

    Schema parse(JsonNode body, String what) {
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new RegistryException(
                    Fault.UNREADABLE,
                    what + ": the schema is of type " + type + ", only AVRO can be read; the record is not read.");
        }
        var parser = new Schema.Parser();
        try {
            parseReferences(body, parser, new HashSet<>(), what);
            return parser.parse(body.path("schema").asText());
        } catch (SchemaParseException e) {
            throw answers.notARegistry(what, "a schema that Avro cannot parse (" + e.getMessage() + ")");
        }
    }

    private void parseReferences(JsonNode body, Schema.Parser parser, Set<String> done, String what) {
        for (JsonNode reference : body.path("references")) {
            String path = "/subjects/" + encoded(reference.path("subject").asText()) + "/versions/"
                    + reference.path("version").asInt();
            if (done.add(path)) {
                JsonNode referred = answers.good(http.get(path, what), what);
                parseReferences(referred, parser, done, what);
                parser.parse(referred.path("schema").asText());
            }
        }
    }

    /** As one part of a path. */
    static String encoded(String subject) {
        return URLEncoder.encode(subject, UTF_8).replace("+", "%20");
    }
}
