package eu.estafette.kit.problem;

import eu.estafette.kit.problem.Issue.Stage;
import java.util.List;
import java.util.UUID;

/**
 * Why a call was not answered as hoped: problem details (RFC 9457) in Belgif's form.
 *
 * @param type     {@code urn:problem-type:belgif:…} where Belgif has one, {@code urn:problem-type:estafette:…} else
 * @param title    the same for all problems of the type
 * @param status   of the HTTP answer
 * @param detail   what is wrong here, and what becomes of the message
 * @param instance {@code urn:uuid:…}, to be quoted to the operators
 * @param issues   faults of the message, where the message is what is wrong
 */
public record Problem(String type, String title, int status, String detail, String instance, List<Issue> issues) {

    private static final String BELGIF = "urn:problem-type:belgif:";
    private static final String ESTAFETTE = "urn:problem-type:estafette:";

    public Problem {
        issues = List.copyOf(issues);
    }

    private static Problem of(String type, String title, int status, String detail, List<Issue> issues) {
        return new Problem(type, title, status, detail, "urn:uuid:" + UUID.randomUUID(), issues);
    }

    /** The message has these faults: 400 for its syntax, 422 for identifiers and rules. */
    public static Problem ofIssues(Stage stage, List<Issue> issues) {
        return stage == Stage.SYNTAX
                ? of(
                        BELGIF + "badRequest",
                        "Bad Request",
                        400,
                        "The message cannot be read; nothing was kept. Send it again when its issues are mended.",
                        issues)
                : of(
                        ESTAFETTE + "unprocessable",
                        "Unprocessable Content",
                        422,
                        "The message can be read but not accepted; nothing was kept. Send it again when its issues are mended.",
                        issues);
    }

    public static Problem unauthorized() {
        return of(
                BELGIF + "noAccessToken", "No Access Token", 401, "No party is known by this call's token.", List.of());
    }

    public static Problem forbidden(Issue issue) {
        return of(
                BELGIF + "missingPermission",
                "Missing Permission",
                403,
                "This party may not send this message; nothing was kept, and the attempt is on record.",
                List.of(issue));
    }

    public static Problem notFound(String detail) {
        return of(BELGIF + "resourceNotFound", "Not Found", 404, detail, List.of());
    }

    public static Problem payloadTooLarge(long limit) {
        return of(
                BELGIF + "payloadTooLarge",
                "Payload Too Large",
                413,
                "The body has more than " + limit + " bytes; nothing was kept. Send less at once.",
                List.of());
    }

    public static Problem unsupportedMediaType(String detail) {
        return of(ESTAFETTE + "unsupportedMediaType", "Unsupported Media Type", 415, detail, List.of());
    }

    public static Problem tooManyRequests() {
        return of(
                BELGIF + "tooManyRequests",
                "Too Many Requests",
                429,
                "This party sends more events per second than was agreed; nothing of this call was kept. Send it again after"
                        + " the seconds in Retry-After.",
                List.of());
    }

    public static Problem internal() {
        return of(
                BELGIF + "internalServerError",
                "Internal Server Error",
                500,
                "The hub failed on this call, and whether the message was kept is not known. Sending it again does no harm;"
                        + " give the operators the instance of this problem.",
                List.of());
    }

    public static Problem unavailable() {
        return of(
                BELGIF + "serviceUnavailable",
                "Service Unavailable",
                503,
                "The hub cannot keep messages now, and whether this one was kept is not known. Sending it again does no harm.",
                List.of());
    }
}
