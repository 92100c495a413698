package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.file.FileFormat.Reading;
import eu.estafette.kit.xml.ElementText;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;

/** A file in place of a publication: that there was nothing to publish is good news; anything else is set aside under its own code. */
record Exceptions() implements MutationRecords.Translation {

    private static final String NOTHING_TO_PUBLISH = "15015";
    private static final String CODE = "Identificatie";

    @Override
    public List<IntFunction<Reading>> of(ElementText exception) {
        String code = Objects.requireNonNullElse(exception.text(CODE), "unknown");
        return List.of(number -> code.equals(NOTHING_TO_PUBLISH) ? new Reading.Nothing() : told(code, exception));
    }

    private static Reading told(String code, ElementText exception) {
        String type = Objects.requireNonNullElse(exception.text("Type"), "without a type");
        return new Reading.Faulty(List.of(Faults.rule(
                code.matches("\\d{1,9}") ? code : "unknownException",
                CODE,
                "came in place of a publication (" + (type.length() <= 20 ? type : "of a type") + ")")));
    }
}
