package eu.estafette.kit.check;

import eu.estafette.domain.event.Action;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What every event says beside the fields of its type; the number as typed until the identifiers are checked. */
record Envelope(
        About subject,
        Optional<LocalDate> occurredOn,
        Action action,
        String businessKey,
        int version,
        Optional<String> as,
        Optional<String> ruleset,
        List<Claim> roles) {

    /** Whom the event is about: a person by number, or a case by reference. */
    record About(
            Optional<String> scheme,
            Optional<String> number,
            Optional<String> givenName,
            Optional<String> familyName,
            Optional<String> caseRef) {

        About withNumber(String normalised) {
            return new About(scheme, Optional.of(normalised), givenName, familyName, caseRef);
        }

        /** Nothing of a person. */
        @Override
        public String toString() {
            return caseRef.orElseGet(() -> scheme.orElse("nobody"));
        }
    }

    record Claim(String role, String party, Optional<String> person, Optional<String> coachKind) {}

    /** Of a record that was read without findings. */
    static Envelope of(GenericRecord fields) {
        return new Envelope(
                about((GenericRecord) fields.get("subject")),
                Optional.ofNullable((LocalDate) fields.get("occurredOn")),
                text(fields, "action").map(Action::valueOf).orElse(Action.ORIGINAL),
                text(fields, "businessKey").orElse(""),
                Optional.ofNullable((Integer) fields.get("version")).orElse(1),
                text(fields, "as"),
                text(fields, "ruleset"),
                Optional.ofNullable((List<?>) fields.get("roles")).orElse(List.of()).stream()
                        .map(claim -> claim((GenericRecord) claim))
                        .toList());
    }

    Envelope withSubject(About about) {
        return new Envelope(about, occurredOn, action, businessKey, version, as, ruleset, roles);
    }

    private static About about(@Nullable GenericRecord subject) {
        return subject == null
                ? new About(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())
                : new About(
                        text(subject, "scheme"),
                        text(subject, "number"),
                        text(subject, "givenName"),
                        text(subject, "familyName"),
                        text(subject, "caseRef"));
    }

    private static Claim claim(GenericRecord claim) {
        return new Claim(
                text(claim, "role").orElse(""),
                text(claim, "party").orElse(""),
                text(claim, "person"),
                text(claim, "coachKind"));
    }

    private static Optional<String> text(GenericRecord record, String field) {
        return Optional.ofNullable((String) record.get(field));
    }
}
