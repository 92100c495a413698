package eu.estafette.connector.dimona;

import eu.estafette.kit.xml.XmlContract;
import eu.estafette.kit.xml.XmlContract.Breach;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.kit.xml.XmlRecords;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Files held against the schemas. */
final class Schemas {

    private static final Map<String, String> ROOTS =
            Map.of("DIMN", "Dimona", "ACRF", "ACRF", "NOTI", "NOTIFICATION", "IDFLUX", "IDFLUX");
    private static final Map<String, String> FILES =
            Map.of("DIMN", "dimona.xsd", "ACRF", "acrf.xsd", "NOTI", "noti.xsd", "IDFLUX", "idflux.xsd");

    private Schemas() {}

    static List<Breach> breachesOf(String content, byte[] file) throws Exception {
        XmlContract contract = XmlContract.of(DimonaFormat.class, FILES.getOrDefault(content, ""));
        List<Breach> breaches = new ArrayList<>();
        try (XmlRecords forms =
                XmlRecords.open(new ByteArrayInputStream(file), ROOTS.getOrDefault(content, ""), XmlLimits.STANDARD)) {
            Optional<Element> form;
            while ((form = forms.next()).isPresent()) {
                breaches.addAll(contract.breachesOf(form.get()));
            }
        }
        return breaches;
    }
}
