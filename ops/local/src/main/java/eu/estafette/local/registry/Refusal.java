package eu.estafette.local.registry;

import java.util.List;

/** An answer other than 2xx, with the error codes of the Confluent REST API. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;

    private Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The API's own code; its first three digits are the HTTP status. */
    int code() {
        return code;
    }

    int status() {
        return Integer.parseInt(String.valueOf(code).substring(0, 3));
    }

    static Refusal unauthorized() {
        return new Refusal(401, "Unauthorized");
    }

    static Refusal noSuchPath() {
        return new Refusal(404, "HTTP 404 Not Found");
    }

    static Refusal subjectNotFound(String subject) {
        return new Refusal(40401, "Subject '" + subject + "' not found.");
    }

    static Refusal versionNotFound(String version) {
        return new Refusal(40402, "Version " + version + " not found.");
    }

    static Refusal schemaNotFound(String what) {
        return new Refusal(40403, what);
    }

    static Refusal noOwnLevel(String subject) {
        return new Refusal(40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static Refusal incompatible(String subject, List<String> faults) {
        return new Refusal(
                409,
                "Schema being registered is incompatible with an earlier schema for subject \"" + subject
                        + "\", details: " + faults);
    }

    static Refusal invalidSchema(String reason) {
        return new Refusal(42201, "Invalid schema: " + reason);
    }

    static Refusal invalidVersion(String version) {
        return new Refusal(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\"");
    }

    static Refusal invalidLevel(String level) {
        return new Refusal(
                42203,
                "Invalid compatibility level '" + level
                        + "'. Valid values are none, backward, forward, full, backward_transitive, forward_transitive, and full_transitive");
    }

    static Refusal notStored(String reason) {
        return new Refusal(50001, "Error in the backend data store: " + reason + "; nothing was changed.");
    }
}
