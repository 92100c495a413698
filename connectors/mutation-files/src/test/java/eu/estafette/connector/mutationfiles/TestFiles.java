package eu.estafette.connector.mutationfiles;

import java.util.stream.IntStream;

/** Files as KSZ and MAGDA publish them. */
final class TestFiles {

    static final String INSZ = "93051822361";
    static final String BIS = "70252501507";
    static final String BROKEN = "80110927812";
    static final String KBO = "0206731645";

    private TestFiles() {}

    /** Numbers that pass modulo 97. */
    static String insz(int number) {
        long nine = 800101000L + (number / 400) * 1_000L + 1 + number % 400;
        return "%09d%02d".formatted(nine, 97 - nine % 97);
    }

    static String batch(long sequence, String... seekers) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<n:notifyJobSeekerStatus xmlns:n=\"http://kszbcss.fgov.be/intf/jobseekerstatus/notify/v1\">\n"
                + "<sender><ticket>T-1</ticket><timestampSent>2026-03-01T06:00:00</timestampSent>"
                + "<organizationIdentification><sector>25</sector><institution>0</institution>"
                + "</organizationIdentification></sender>\n"
                + "<receiver><organizationIdentification><cbeNumber>0316380841</cbeNumber>"
                + "</organizationIdentification></receiver>\n"
                + "<legalContext>JOBSEEKERS</legalContext><sequenceNumber>" + sequence + "</sequenceNumber>\n"
                + "<jobSeekers>\n" + String.join("\n", seekers) + "\n</jobSeekers>\n</n:notifyJobSeekerStatus>\n";
    }

    static String batch(int seekers) {
        return batch(
                1,
                IntStream.rangeClosed(1, seekers)
                        .mapToObj(number -> registered(insz(number), "2026-02-27"))
                        .toArray(String[]::new));
    }

    static String registered(String insz, String day) {
        return seeker(event("REGISTRATION", day), "<ssin>" + insz + "</ssin>");
    }

    static String deregistered(String insz, String since, String day) {
        return seeker(
                event("DEREGISTRATION", day) + "<deregistrationDetails><registrationDate>" + since
                        + "</registrationDate><reason>BACK_TO_WORK</reason></deregistrationDetails>",
                "<ssin>" + insz + "</ssin>");
    }

    static String event(String type, String day) {
        return "<event><id>E-17</id><type>" + type + "</type><date>" + day + "</date></event>";
    }

    static String seeker(String content, String ssin) {
        return "<jobSeeker source=\"VDAB\">" + content + ssin + "</jobSeeker>";
    }

    static String employments(String... contracts) {
        return "<MutatiesWerkrelaties>" + String.join("\n", contracts) + "</MutatiesWerkrelaties>";
    }

    static String contract(String stamp, String period, String rest) {
        return "<Contract><Relatie><Werkgever><RSZNummer>123</RSZNummer><Ondernemingsnummer>206731645"
                + "</Ondernemingsnummer></Werkgever><Werknemer><INSZ>" + INSZ + "</INSZ></Werknemer></Relatie>"
                + "<Bron>RSZ</Bron><Aangifte" + stamp + "><DimonaNummer>34567</DimonaNummer><PeriodeTijdstip>" + period
                + "</PeriodeTijdstip><ParitairComite>320</ParitairComite><AardWerknemer>OTH</AardWerknemer>" + rest
                + "</Aangifte></Contract>";
    }

    static String modified(String stamp) {
        return " DatumTijdstipCreatie=\"2026-02-01T08:00:00\" DatumTijdstipModificatie=\"" + stamp + "\"";
    }

    static String begin(String day) {
        return "<Begin><Datum>" + day + "</Datum><Tijd>08:30:00.000</Tijd></Begin>";
    }

    static String end(String day) {
        return "<Einde><Datum>" + day + "</Datum></Einde>";
    }

    static String action(String letter) {
        return "<Geannuleerd>0</Geannuleerd><LaatsteDimonaActie>" + letter + "</LaatsteDimonaActie>";
    }

    static String exception(String code) {
        return "<Uitzonderingen><Uitzondering><Identificatie>" + code + "</Identificatie><Oorsprong>MAGDA</Oorsprong>"
                + "<Type>INFORMATIE</Type><Diagnose>-</Diagnose></Uitzondering></Uitzonderingen>";
    }
}
