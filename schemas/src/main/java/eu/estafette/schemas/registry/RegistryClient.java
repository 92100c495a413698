package eu.estafette.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.estafette.schemas.avro.JavaStrings;
import eu.estafette.schemas.registry.RegistryHttp.Answer;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;

/**
 * A schema registry over the REST API that Confluent's, Karapace, Redpanda and Apicurio ({@code /apis/ccompat/v7}) share. Avro only;
 * schemas are sent without Avro's Java-only marks. Each call blocks for at most the configured time-outs and throws
 * {@link RegistryException}. Thread-safe.
 */
public final class RegistryClient implements AutoCloseable {

    private final RegistryHttp http;
    private final Answers answers;
    private final SchemaTexts texts;

    public RegistryClient(RegistryConfig config) {
        http = new RegistryHttp(config);
        answers = new Answers(config);
        texts = new SchemaTexts(http, answers);
    }

    /** Registers the schema under the subject unless it is there already. Gives its id. */
    public int register(String subject, Schema schema) {
        String what = "Registering " + schema.getFullName() + " under subject '" + subject + "'";
        return answers.whole(post(subjectPath(subject) + "/versions", schema, what), what, "id");
    }

    /** The version under which the subject has exactly this schema. */
    public RegisteredSchema lookup(String subject, Schema schema) {
        String what = "Looking up " + schema.getFullName() + " under subject '" + subject + "'";
        return registered(answers.good(post(subjectPath(subject), schema, what), what), what);
    }

    public Schema byId(int id) {
        String what = "Fetching schema id " + id;
        return texts.parse(answers.good(http.get("/schemas/ids/" + id, what), what), what);
    }

    public List<String> subjects() {
        String what = "Listing the subjects";
        return StreamSupport.stream(
                        answers.good(http.get("/subjects", what), what).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The subject's versions, oldest first. */
    public List<Integer> versions(String subject) {
        String what = "Listing the versions of subject '" + subject + "'";
        JsonNode versions = answers.good(http.get(subjectPath(subject) + "/versions", what), what);
        return StreamSupport.stream(versions.spliterator(), false)
                .map(JsonNode::asInt)
                .sorted()
                .toList();
    }

    public RegisteredSchema version(String subject, int version) {
        String what = "Fetching version " + version + " of subject '" + subject + "'";
        return registered(answers.good(http.get(subjectPath(subject) + "/versions/" + version, what), what), what);
    }

    /** Whether the subject's level lets the schema follow its latest version; true where the subject has none. */
    public boolean isCompatible(String subject, Schema schema) {
        return isCompatible(subject, "latest", schema);
    }

    /** The same against one version. */
    public boolean isCompatible(String subject, int version, Schema schema) {
        return isCompatible(subject, String.valueOf(version), schema);
    }

    /** The level of subjects that have none of their own. */
    public Compatibility compatibility() {
        String what = "Reading the compatibility level";
        return answers.level(http.get("/config", what), what);
    }

    /** The level that holds for the subject. */
    public Compatibility compatibility(String subject) {
        String what = "Reading the compatibility level of subject '" + subject + "'";
        return answers.level(http.get("/config/" + SchemaTexts.encoded(subject) + "?defaultToGlobal=true", what), what);
    }

    public void setCompatibility(Compatibility level) {
        put("/config", level, "Setting the compatibility level " + level);
    }

    public void setCompatibility(String subject, Compatibility level) {
        put(
                "/config/" + SchemaTexts.encoded(subject),
                level,
                "Setting the compatibility level " + level + " of subject '" + subject + "'");
    }

    private RegisteredSchema registered(JsonNode body, String what) {
        return new RegisteredSchema(
                body.path("subject").asText(),
                answers.whole(body, what, "version"),
                answers.whole(body, what, "id"),
                texts.parse(body, what));
    }

    private boolean isCompatible(String subject, String version, Schema schema) {
        String what =
                "Checking " + schema.getFullName() + " against version " + version + " of subject '" + subject + "'";
        Answer answer = post("/compatibility" + subjectPath(subject) + "/versions/" + version, schema, what);
        return answers.good(answer, what).path("is_compatible").asBoolean();
    }

    private Answer post(String path, Schema schema, String what) {
        var body = JsonNodeFactory.instance
                .objectNode()
                .put("schema", JavaStrings.without(schema).toString());
        return http.send("POST", path, body, what);
    }

    private void put(String path, Compatibility level, String what) {
        var body = JsonNodeFactory.instance.objectNode().put("compatibility", level.name());
        answers.good(http.send("PUT", path, body, what), what);
    }

    private static String subjectPath(String subject) {
        return "/subjects/" + SchemaTexts.encoded(subject);
    }

    @Override
    public void close() {
        http.close();
    }
}
