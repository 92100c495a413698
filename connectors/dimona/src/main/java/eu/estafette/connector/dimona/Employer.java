package eu.estafette.connector.dimona;

import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.xml.ElementText;
import java.util.Optional;

/** Who employs, by one of the numbers a form may give. The enterprise number goes before those of the social security office. */
record Employer(String scheme, String number, String tag) {

    private static final int KBO = 10;

    /** @param move a part of a form that may name an employer */
    static Optional<Employer> of(ElementText move) {
        return move.child("EmployerId").flatMap(id -> of(id, "KBO", "CompanyID")
                .or(() -> of(id, "NOSS", "NOSSRegistrationNbr"))
                .or(() -> of(id, "NOSS", "ProvisionalNSSONbr")));
    }

    private static Optional<Employer> of(ElementText id, String scheme, String tag) {
        return Optional.ofNullable(id.text(tag))
                .map(number -> scheme.equals("KBO") && number.length() < KBO ? "0" + number : number)
                .map(number -> new Employer(scheme, number, tag));
    }

    EventDraft putInto(EventDraft draft) {
        return draft.text("employer.scheme", scheme, "EmployerId").text("employer.number", number, tag);
    }
}
