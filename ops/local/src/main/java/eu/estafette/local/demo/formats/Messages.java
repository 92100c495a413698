package eu.estafette.local.demo.formats;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the partners of this chapter say, in the form in which they say it. */
final class Messages {

    static final Map<String, Object> MIA = person("INSZ", "91610100473", "Mia", "Wouters");
    static final Map<String, Object> PIM = person("BSN", "999991772", "Pim", "de Vries");

    private Messages() {}

    private static Map<String, Object> person(String scheme, String number, String givenName, String familyName) {
        return Map.of("scheme", scheme, "number", number, "givenName", givenName, "familyName", familyName);
    }

    /** A referral, as a CloudEvent. */
    static Map<String, Object> referral(
            String from, Map<String, Object> person, String ruleset, LocalDate day, List<Map<String, Object>> roles) {
        String key = "REF-" + from + "-1";
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("subject", person);
        data.put("ruleset", ruleset);
        data.put("occurredOn", day.toString());
        data.put("action", "ORIGINAL");
        data.put("businessKey", key);
        data.put("roles", roles);
        data.put("kind", Map.of("scheme", "ESTAFETTE", "code", "JOB_COACHING"));
        data.put("requestedStart", day.plusDays(14).toString());
        data.put("decideBefore", day.plusDays(7).toString());
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", key);
        event.put("source", "urn:estafette:party:" + from);
        event.put("type", "eu.estafette.case.v1.referral.notify.requested");
        event.put("service", "eu.estafette.case.v1");
        event.put("time", day + "T09:00:00+01:00");
        event.put("datacontenttype", "application/json");
        event.put("data", data);
        return event;
    }

    static Map<String, Object> role(String role, String party) {
        return Map.of("role", role, "party", party);
    }

    /** The first day of a job, as an employer declares it to the Belgian social security. */
    static String dimonaIn(Map<String, Object> person, LocalDate today, LocalDate start) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Dimona><Form><Identification>DIMONA</Identification><FormCreationDate>%s</FormCreationDate>
                  <FormCreationHour>08:15:00.250</FormCreationHour><AttestationStatus>0</AttestationStatus><TypeForm>SU</TypeForm>
                  <DimonaIn><StartingDate>%s</StartingDate><EmployerId><CompanyID>%s</CompanyID></EmployerId>
                    <NaturalPerson><INSS>%s</INSS></NaturalPerson>
                    <DimonaFeatures><WorkerType>OTH</WorkerType></DimonaFeatures></DimonaIn></Form></Dimona>
                """.formatted(today, start, FormatParties.EMPLOYER_NUMBER, person.get("number"));
    }

    /** A school's enrolments, one of which names nobody. */
    static String enrolments(Map<String, Object> person, LocalDate today) {
        return """
                reference;date;number;status;course;course name;planned end;hours
                T-17;%s;%s;ENROLLED;NT2;Nederlands op de werkvloer;%s;120
                T-18;%s;91610100400;ENROLLED;NT2;;;
                """.formatted(today, person.get("number"), today.plusMonths(3), today);
    }
}
