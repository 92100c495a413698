package eu.estafette.connector.dimona;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.Identities;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What a notice says of an employment, as far as its view has it. */
record NoticeText(Notice notice, GenericRecord view) {

    String key() {
        return notice.getEvent().getBusinessKey();
    }

    /** The last two words of the event's type: {@code employment.started}. */
    boolean isOf(String object, String what) {
        return notice.getEvent().getType().matches(".*\\." + object + "\\.notify\\." + what);
    }

    Optional<String> insz() {
        return Optional.ofNullable(notice.getIdentity())
                .map(Identities::unseal)
                .filter(identity -> "INSZ".equals(identity.getScheme()))
                .map(Identity::getNumber);
    }

    @Nullable
    LocalDate date(String field) {
        return field(view, field) instanceof LocalDate date ? date : null;
    }

    /** As {@code 0830}. */
    @Nullable
    String hour() {
        return field(view, "startTime") instanceof CharSequence time
                ? time.toString().replace(":", "")
                : null;
    }

    Optional<String> number(String scheme) {
        return field(view, "employer") instanceof GenericRecord employer
                        && scheme.contentEquals(text(employer, "scheme"))
                ? Optional.of(text(employer, "number"))
                : Optional.empty();
    }

    Optional<String> code(String field) {
        return field(view, field) instanceof GenericRecord coded ? Optional.of(text(coded, "code")) : Optional.empty();
    }

    private static String text(GenericRecord record, String name) {
        return String.valueOf(field(record, name));
    }

    private static @Nullable Object field(GenericRecord record, String name) {
        return record.getSchema().getField(name) == null ? null : record.get(name);
    }
}
