package eu.estafette.connector.magda;

import eu.estafette.kit.employment.BrusselsTime;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/**
 * One request to MAGDA.
 *
 * @param reference by which the reply is known for the one to this ({@code Referte}); the same for the same request again
 */
record Question(Operation operation, String reference, Consumer<Branch> content) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /** The repertory is to hold this person from that day on. */
    static Question register(MagdaAddress address, String cause, String number, LocalDate since) {
        return new Question(Operation.REGISTER, reference(cause, number), inquiry -> {
            Branch registration = who(inquiry.add("Inschrijving"), address);
            Branch subject = registration.add("BetrokkenSubject").text("Type", "PERS");
            subject.add("Subjecten").add("Subject").text("Type", "INSZ").text("Sleutel", number);
            registration.add("Periode").text("Begin", since.toString());
        });
    }

    /** The repertory is to hold this person no longer. */
    static Question deregister(MagdaAddress address, String cause, String number) {
        return new Question(
                Operation.DEREGISTER, reference(cause, number), inquiry -> who(inquiry.add("Uitschrijving"), address)
                        .text("INSZ", number));
    }

    /** Which employments has this person had since that day? */
    static Question relations(MagdaAddress address, String cause, String number, LocalDate since) {
        return new Question(Operation.RELATIONS, reference(cause, number), inquiry -> {
            Branch criteria = inquiry.text("TypeAntwoord", "0").add("Criteria");
            criteria.add("Relatie").add("Werknemer").text("INSZ", number);
            criteria.add("Periode").text("Begin", since.toString());
            criteria.text("EnkelGestartOfBeeindigd", "0")
                    .text("SchrappingsIndicatie", address.cancelled())
                    .text("InterimIndicatie", address.agencies());
        });
    }

    private static Branch who(Branch branch, MagdaAddress address) {
        return branch.text("Identificatie", address.identification()).text("Hoedanigheid", address.capacity());
    }

    /** 36 characters, which is all that is allowed; from it nobody can tell the person. */
    private static String reference(String cause, String number) {
        return UUID.nameUUIDFromBytes((cause + "|" + number).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** @param now real time */
    Element written(MagdaAddress address, Instant now) {
        LocalDateTime local = LocalDateTime.ofInstant(now, BrusselsTime.ZONE);
        Branch root = Branch.outermost(operation.namespace(), operation.element());
        Branch request = root.add("Verzoek");
        Branch context =
                request.add("Context").text("Naam", operation.element()).text("Versie", operation.version());
        Branch message = context.add("Bericht").text("Type", "VRAAG");
        message.add("Tijdstip").text("Datum", local.toLocalDate().toString()).text("Tijd", TIME.format(local));
        message.add("Afzender")
                .text("Identificatie", address.identification())
                .text("Referte", reference)
                .text("Hoedanigheid", address.capacity());
        Branch question = request.add("Vragen").add("Vraag").text("Referte", reference);
        content.accept(question.add("Inhoud"));
        return root.element();
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "Question[" + operation + ", " + reference + "]";
    }
}
