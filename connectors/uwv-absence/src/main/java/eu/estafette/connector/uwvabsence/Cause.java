package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.xml.ElementText;
import java.util.ArrayList;
import java.util.List;

/** Why somebody is absent, as UWV codes it: data about health, which travels in the field {@code cause} and nowhere else. */
final class Cause {

    static final String SCHEME = "UWV-ZW-REDEN";

    private static final List<CodeList> LISTS = List.of(
            new CodeList("CdRedenAangifteAo", "AO"),
            new CodeList("CdRedenZiekmelding", "ZM"),
            new CodeList("CdRedenToepassenArt29bZw", "29B"));

    private record CodeList(String field, String shortName) {}

    private Cause() {}

    /** All reasons together, such as {@code AO-04/29B-02}. */
    static void putInto(EventDraft draft, ElementText report) {
        List<String> reasons = new ArrayList<>();
        for (CodeList list : LISTS) {
            String code = report.text(list.field());
            if (code != null) {
                reasons.add(list.shortName() + "-" + code);
            }
        }
        if (!reasons.isEmpty()) {
            String field = LISTS.getFirst().field();
            draft.text("cause.scheme", SCHEME, field).text("cause.code", String.join("/", reasons), field);
        }
    }
}
