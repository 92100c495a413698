package eu.estafette.kit.notice;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What operators call an open step by: {@code S1-} and letters that a path may hold. Steps that are with nobody have no notice to answer.
 *
 * @param code         of the step
 * @param objectFamily of the object it is about; with the key, so that the steps of two objects can be told apart
 */
public record StepId(String caseRef, String code, String objectFamily, String objectKey) {

    private static final String PREFIX = "S1-";
    private static final String BETWEEN = "\n";
    private static final int PARTS = 4;

    /** Empty for what is no such id. */
    public static Optional<StepId> parse(String id) {
        if (!id.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(id.substring(PREFIX.length()));
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(BETWEEN, PARTS);
            return parts.length == PARTS
                    ? Optional.of(new StepId(parts[0], parts[1], parts[2], parts[3]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        String whole = String.join(BETWEEN, caseRef, code, objectFamily, objectKey);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(whole.getBytes(StandardCharsets.UTF_8));
    }
}
