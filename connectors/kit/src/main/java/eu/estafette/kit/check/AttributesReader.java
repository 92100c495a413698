package eu.estafette.kit.check;

import eu.estafette.domain.event.EventType;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the CloudEvents attributes, in the profiles of Belgif ({@code service}, {@code relatedto}) and NL GOV. */
final class AttributesReader {

    /** What stands in a path without being escaped; the event's address is made of it. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~:@!$&'()*+,=-]{1,200}");

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+");
    private static final Set<String> LABELS = Set.of("public", "internal", "confidential", "restricted");
    private static final int LONGEST = 500;

    private final IncomingEvent message;
    private final Findings findings;

    AttributesReader(IncomingEvent message, Findings findings) {
        this.message = message;
        this.findings = findings;
    }

    /**
     * The attributes; of no use if the findings are not empty.
     *
     * @param now when nothing is said about the time
     */
    Optional<Attributes> read(Optional<EventType> type, Instant now) {
        checkNames();
        String version = required("specversion");
        if (!version.isEmpty() && !version.equals("1.0")) {
            fault("unsupportedVersion", "specversion", "is not supported; expected 1.0");
        }
        String id = required("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            fault(
                    "invalidAttribute",
                    "id",
                    "expected 1 to 200 characters that may stand in a URL path, without / and ;");
        }
        String source = required("source");
        if (!source.isEmpty() && !isUri(source)) {
            fault("invalidAttribute", "source", "expected a URI such as urn:estafette:party:gemeente-oost");
        }
        String typeName = required("type");
        if (!typeName.isEmpty() && type.isEmpty()) {
            fault(
                    "unknownType",
                    "type",
                    "is no event type of this service; they are named like "
                            + EventType.REFERRAL_REQUESTED.cloudEventType());
        }
        checkExtensions();
        Instant time = time(now);
        return type.map(known -> new Attributes(
                id,
                source,
                known,
                time,
                optional("relatedto"),
                optional("relatedtosource"),
                optional("correlationid"),
                optional("causationid")));
    }

    private void checkNames() {
        message.attributes().forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                fault(
                        "unknownField",
                        name,
                        "is no CloudEvents attribute: their names have small letters and digits only");
            } else if (value.length() > LONGEST || value.chars().anyMatch(c -> c < ' ')) {
                fault(
                        "invalidAttribute",
                        name,
                        "expected at most " + LONGEST + " characters without control characters");
            }
        });
    }

    private void checkExtensions() {
        if (optional("service")
                .filter(service -> !service.equals(IncomingEvent.SERVICE))
                .isPresent()) {
            fault("invalidAttribute", "service", "expected " + IncomingEvent.SERVICE);
        }
        if (optional("relatedto").isPresent() != optional("relatedtosource").isPresent()) {
            String missing = optional("relatedto").isPresent() ? "relatedtosource" : "relatedto";
            fault("missingAttribute", missing, "is missing: relatedto and relatedtosource go together");
        }
        // the extension's own rule: who does not know a label must not take the event
        if (optional("dataclassification")
                .filter(label -> !LABELS.contains(label))
                .isPresent()) {
            fault(
                    "invalidAttribute",
                    "dataclassification",
                    "expected one of " + LABELS.stream().sorted().toList());
        }
    }

    private Instant time(Instant now) {
        Optional<String> text = optional("time");
        Optional<Instant> time = text.flatMap(ScalarReader::moment);
        if (text.isPresent() && time.isEmpty()) {
            fault("invalidAttribute", "time", "expected a moment such as 2026-03-02T09:15:00+01:00");
        }
        return time.orElse(now);
    }

    private String required(String name) {
        Optional<String> value = optional(name);
        if (value.isEmpty()) {
            fault("missingAttribute", name, "is missing");
        }
        return value.orElse("");
    }

    private Optional<String> optional(String name) {
        return Optional.ofNullable(message.attributes().get(name)).filter(value -> !value.isBlank());
    }

    private void fault(String code, String name, String detail) {
        findings.attribute(code, name, message.attributes().getOrDefault(name, ""), detail);
    }

    private static boolean isUri(String source) {
        try {
            return !URI.create(source).toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
