package eu.estafette.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.schemas.registry.RegistryException.Fault;
import eu.estafette.schemas.registry.RegistryHttp.Answer;

/** What a registry's answers mean: a value, or which fault. */
final class Answers {

    private final RegistryConfig config;

    Answers(RegistryConfig config) {
        this.config = config;
    }

    JsonNode good(Answer answer, String what) {
        if (!answer.isGood()) {
            throw fault(answer, what);
        }
        if (answer.body().isMissingNode()) {
            throw notARegistry(what, "a body that is not JSON");
        }
        return answer.body();
    }

    int whole(Answer answer, String what, String field) {
        return whole(good(answer, what), what, field);
    }

    Compatibility level(Answer answer, String what) {
        String level = good(answer, what).path("compatibilityLevel").asText();
        try {
            return Compatibility.valueOf(level);
        } catch (IllegalArgumentException e) {
            throw notARegistry(what, "the level '" + level + "'");
        }
    }

    int whole(JsonNode body, String what, String field) {
        JsonNode value = body.path(field);
        if (!value.isInt()) {
            throw notARegistry(what, "no whole number in '" + field + "'");
        }
        return value.asInt();
    }

    private RegistryException fault(Answer answer, String what) {
        String said = what + ": the schema registry " + config.urls() + " answers: " + answer.message();
        return switch (answer.status()) {
            case 401, 403 ->
                new RegistryException(
                        Fault.NOT_AUTHENTICATED,
                        what + ": the schema registry " + config.urls() + " refuses our credentials (" + answer.status()
                                + ", "
                                + (config.authorization().isPresent() ? "some were sent" : "none are configured")
                                + "); set " + RegistryConfig.USER_INFO + " and start again.");
            case 404 -> unknown(answer, what, said);
            case 409 ->
                new RegistryException(
                        Fault.INCOMPATIBLE,
                        said
                                + "; nothing was registered, the earlier version stays in force until a compatible schema follows it.");
            case 422 -> new RegistryException(Fault.INVALID, said + "; nothing was changed.");
            default -> notARegistry(what, "status " + answer.status());
        };
    }

    private RegistryException unknown(Answer answer, String what, String said) {
        // the registry's own 404s carry one of its codes, 40401 to 40499; another server at this address does not
        return answer.errorCode() / 100 == 404
                ? new RegistryException(
                        Fault.UNKNOWN, said + "; what depends on it is left as it is until the registry has it.")
                : notARegistry(what, "status 404 without one of its error codes");
    }

    RegistryException notARegistry(String what, String got) {
        return new RegistryException(
                Fault.NOT_A_REGISTRY,
                what + ": " + config.urls() + " answers with " + got
                        + ", which is not the schema registry's API; check " + RegistryConfig.URL + ".");
    }
}
