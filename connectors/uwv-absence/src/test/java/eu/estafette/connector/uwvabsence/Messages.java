package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.rig.SoapCaller;

/** Messages as a channel of UWV would send them. */
final class Messages {

    static final String BSN = "999990342";
    static final String STAMP = "20260302081500";
    static final String EMPLOYER = "136916557L01";

    private Messages() {}

    static String message(String person, String reports) {
        return "<UwvZwMeldingInternBody xmlns=\"" + UwvAbsence.NAMESPACE + "\"><CdBerichtType>VM</CdBerichtType>"
                + "<Ketenpartij><Loonheffingennr>" + EMPLOYER
                + "</Loonheffingennr><CdRolKetenpartij>01</CdRolKetenpartij></Ketenpartij>"
                + "<NatuurlijkPersoon><Burgerservicenr>" + person
                + "</Burgerservicenr><Geboortedat>19850000</Geboortedat></NatuurlijkPersoon>" + reports
                + "</UwvZwMeldingInternBody>";
    }

    static String ill(String stamp, String more) {
        return report("MeldingZiekte", stamp, "<DatEersteAoDag>20260227</DatEersteAoDag>" + more);
    }

    static String report(String name, String stamp, String content) {
        return "<" + name + "><ReferentieMelding>VM-1</ReferentieMelding><DatTijdOpstellenMelding>" + stamp
                + "</DatTijdOpstellenMelding>" + content + "</" + name + ">";
    }

    static String recovered(String stamp, String day) {
        return report(
                "MeldingWerkhervatting",
                stamp,
                "<DatEersteAoDag>20260227</DatEersteAoDag><VolledigHersteld><DatHersteld>" + day
                        + "</DatHersteld></VolledigHersteld>");
    }

    /** With the header that UwvML has. */
    static String envelope(String test, String body) {
        return SoapCaller.envelope(
                "<UwvMLHeader s:mustUnderstand=\"1\" xmlns=\"" + UwvAbsence.HEADER_NAMESPACE
                        + "\"><RouteInformatie/><BerichtReferentienr>R-17</BerichtReferentienr><IndTestbericht>" + test
                        + "</IndTestbericht></UwvMLHeader>",
                body);
    }
}
