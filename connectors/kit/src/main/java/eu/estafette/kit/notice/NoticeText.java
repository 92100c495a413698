package eu.estafette.kit.notice;

import eu.estafette.contract.message.Identity;
import eu.estafette.contract.message.Notice;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.schemas.Identities;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** What a notice says, field by field, as far as its view has it: for connectors that put it into another standard's words. */
public record NoticeText(Notice notice, GenericRecord view) {

    public String key() {
        return notice.getEvent().getBusinessKey();
    }

    /** The last two words of the event's type: {@code employment.started}. */
    public boolean isOf(String object, String what) {
        return notice.getEvent().getType().matches(".*\\." + object + "\\.notify\\." + what);
    }

    /** The person's number, where the receiver may have it and it is of this scheme. */
    public Optional<String> personNumber(String scheme) {
        return Optional.ofNullable(notice.getIdentity())
                .map(Identities::unseal)
                .filter(identity -> scheme.equals(identity.getScheme()))
                .map(Identity::getNumber);
    }

    public Optional<LocalDate> date(String field) {
        return field(view, field) instanceof LocalDate date ? Optional.of(date) : Optional.empty();
    }

    public Optional<BigDecimal> decimal(String field) {
        return field(view, field) instanceof BigDecimal number ? Optional.of(number) : Optional.empty();
    }

    public Optional<String> text(String field) {
        return field(view, field) instanceof CharSequence text ? Optional.of(text.toString()) : Optional.empty();
    }

    public Optional<PartyIdentifier> party(String field) {
        return field(view, field) instanceof GenericRecord party
                ? Optional.of(new PartyIdentifier(
                        text(party, "scheme"),
                        text(party, "number"),
                        Optional.ofNullable(field(party, "name")).map(Object::toString)))
                : Optional.empty();
    }

    public Optional<String> code(String field) {
        return field(view, field) instanceof GenericRecord coded ? Optional.of(text(coded, "code")) : Optional.empty();
    }

    /** A code's text; the code where it has none. */
    public Optional<String> label(String field) {
        return field(view, field) instanceof GenericRecord coded && field(coded, "text") != null
                ? Optional.of(text(coded, "text"))
                : code(field);
    }

    private static String text(GenericRecord record, String name) {
        return String.valueOf(field(record, name));
    }

    private static @Nullable Object field(GenericRecord record, String name) {
        return record.getSchema().getField(name) == null ? null : record.get(name);
    }

    /** Without what it says. */
    @Override
    public String toString() {
        return "NoticeText[" + notice.getNoticeId() + "]";
    }
}
