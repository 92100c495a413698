package eu.estafette.connector.dimona;

import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.xml.ElementText;
import org.jspecify.annotations.Nullable;

/** IDFLUX: another number for the same person becomes {@code person.renumbered}; what changes of employers or names alone is none. */
record Renumberings(Party party, OriginalRef original) implements Forms.Translation {

    private static final String INSS = "INSS";
    private static final String WITHDRAWN = "3";

    @Override
    public Reading of(int number, ElementText form) {
        FormMoment made = FormMoment.of(form);
        String old = insz(form, "OutdatedSituation");
        String renewed = insz(form, "ValidSituation");
        if (old == null || old.equals(renewed)) {
            return new Reading.Nothing();
        }
        EventDraft draft = new EventDraft(EventType.PERSON_RENUMBERED, party, original, number, made.instant())
                .text("businessKey", "IDFLUX-" + form.text("Reference", "ReferenceNbr"), "ReferenceNbr")
                .version(made.version(), "FormCreationHour")
                .date("occurredOn", form.date("IdfluxInformation", "EffectiveStartingDate"), "EffectiveStartingDate")
                .subject("INSZ", old, INSS)
                .text("old.scheme", "INSZ", INSS)
                .text("old.number", old, INSS);
        if (renewed != null) {
            draft.text("new.scheme", "INSZ", INSS).text("new.number", renewed, INSS);
        }
        if (WITHDRAWN.equals(form.text("AttestationStatus"))) {
            draft.action(Action.WITHDRAWAL);
        }
        return new Reading.Event(draft.translated());
    }

    private static @Nullable String insz(ElementText form, String situation) {
        String number = form.text("IdfluxInformation", situation, INSS);
        return number == null || number.equals("0") ? null : number;
    }
}
