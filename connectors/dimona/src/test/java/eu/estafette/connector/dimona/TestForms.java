package eu.estafette.connector.dimona;

import java.util.stream.IntStream;

/** Forms as employers' software writes them. */
final class TestForms {

    static final String KBO = "0206731645";
    static final String INSZ = "93051822361";

    private TestForms() {}

    /** Numbers that pass modulo 97. */
    static String insz(int number) {
        long nine = 800101000L + (number / 400) * 1_000L + 1 + number % 400;
        return "%09d%02d".formatted(nine, 97 - nine % 97);
    }

    static String file(String... forms) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Dimona>\n" + String.join("\n", forms) + "\n</Dimona>\n";
    }

    static String file(int forms) {
        return file(IntStream.rangeClosed(1, forms)
                .mapToObj(number -> in(insz(number)))
                .toArray(String[]::new));
    }

    static String form(String hour, String move) {
        return "<Form><Identification>DIMONA</Identification><FormCreationDate>2026-03-02</FormCreationDate>"
                + "<FormCreationHour>" + hour + "</FormCreationHour><AttestationStatus>0</AttestationStatus>"
                + "<TypeForm>SU</TypeForm><Reference><ReferenceType>1</ReferenceType>"
                + "<ReferenceOrigin>1</ReferenceOrigin><ReferenceNbr>REF-17</ReferenceNbr></Reference>" + move
                + "</Form>";
    }

    static String employer() {
        return "<EmployerId><CompanyID>" + KBO + "</CompanyID></EmployerId>";
    }

    static String in(String insz) {
        return in(insz, "<StartingDate>2026-03-16</StartingDate>", "OTH");
    }

    static String in(String insz, String dates, String type) {
        return form(
                "08:15:00.250",
                "<DimonaIn>" + dates + employer() + "<NaturalPerson><INSS>" + insz
                        + "</INSS></NaturalPerson><DimonaFeatures><JointCommissionNbr>320</JointCommissionNbr><WorkerType>"
                        + type + "</WorkerType></DimonaFeatures></DimonaIn>");
    }

    static String out(String period, String end) {
        return form(
                "09:00:00.000",
                "<DimonaOut><DimonaPeriodId>" + period + "</DimonaPeriodId><EndingDate>" + end + "</EndingDate><INSS>"
                        + INSZ + "</INSS>" + employer() + "</DimonaOut>");
    }

    static String update(String period, String dates) {
        return form(
                "10:00:00.000",
                "<DimonaUpdate><DimonaPeriodId>" + period + "</DimonaPeriodId>" + dates + "<INSS>" + INSZ
                        + "</INSS></DimonaUpdate>");
    }

    static String cancel(String period) {
        return form(
                "11:00:00.000",
                "<DimonaCancel><DimonaPeriodId>" + period + "</DimonaPeriodId><INSS>" + INSZ
                        + "</INSS></DimonaCancel>");
    }

    static String daily(int status, String period) {
        return form(
                "12:00:00.000",
                "<DailyRegistrationDeclaration><AttestationStatus>" + status
                        + "</AttestationStatus><DimonaPeriodId>" + period
                        + "</DimonaPeriodId><StartingDate>2026-03-16</StartingDate><StartingHour>0830</StartingHour><INSS>"
                        + INSZ + "</INSS>" + employer() + "</DailyRegistrationDeclaration>");
    }
}
