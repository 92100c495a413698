package eu.estafette.connector.dimona;

import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.xml.ElementText;

/** Forms of a file of declarations. */
record Declarations(Party party, OriginalRef original, PeriodIds periods) implements Forms.Translation {

    @Override
    public Reading of(int number, ElementText form) {
        for (ElementText part : form.children()) {
            var declaration = new Declaration(party, original, number, FormMoment.of(form), part);
            switch (part.name()) {
                case "DimonaIn" -> {
                    return declaration.in(periods);
                }
                case "DimonaOut" -> {
                    return declaration.out();
                }
                case "DimonaUpdate" -> {
                    return declaration.update();
                }
                case "DimonaCancel" -> {
                    return declaration.cancel();
                }
                case "DailyRegistrationDeclaration" -> {
                    return declaration.daily();
                }
                default -> {} // header and references
            }
        }
        throw new IllegalStateException("the schema lets no form through that declares nothing");
    }
}
