package eu.estafette.connector.suwinet;

import org.jspecify.annotations.Nullable;

/** Answers of UWV, for tests. */
final class Answers {

    static final String BSN = "999990342";
    static final String EMPLOYER = "136916557L01";
    static final String OTHER_EMPLOYER = "822477348L01";

    private static final String BEGIN = "<u:UWVPersoonsIkvInfoResponse xmlns:u=\"" + IkvService.NAMESPACE
            + "\" xmlns:f=\"http://bkwi.nl/SuwiML/FWI/v0205\">";
    private static final String END = "</u:UWVPersoonsIkvInfoResponse>";

    static final String NOTHING_FOUND = BEGIN + "<f:NietsGevonden/>" + END;

    private Answers() {}

    static String fault(String code) {
        return BEGIN + "<f:FWI><Fout><Code>" + code
                + "</Code><Tekst>fout bij 999990342</Tekst><Bron><DN>uwv</DN></Bron></Fout></f:FWI>" + END;
    }

    /** The person's employments, and beside them that something went wrong. */
    static String halfWithFault(String... relations) {
        return of(relations)
                .replace(
                        END,
                        "<f:FWI><Fout><Code>0107</Code><Tekst>x</Tekst><Bron><DN>uwv</DN></Bron></Fout></f:FWI>" + END);
    }

    static String of(String... relations) {
        return ofPerson(BSN, relations);
    }

    static String ofPerson(String number, String... relations) {
        return BEGIN + "<ClientSuwi><Burgerservicenr>" + number + "</Burgerservicenr>" + String.join("", relations)
                + "</ClientSuwi>" + END;
    }

    /** Of kind 01. */
    static String relation(String employer, String sequence, String start, @Nullable String end) {
        return relation(employer, sequence, start, end, "01");
    }

    static String relation(String employer, String sequence, String start, @Nullable String end, String kind) {
        return "<Inkomstenverhouding><VolgnrIkv>" + sequence + "</VolgnrIkv><DatBIkv>" + start + "</DatBIkv>"
                + (end == null ? "" : "<DatEIkv>" + end + "</DatEIkv>")
                + "<AdministratieveEenheid><NaamAdministratieveEenheid>Bakkerij</NaamAdministratieveEenheid><Loonheffingennr>"
                + employer
                + "</Loonheffingennr><RechtspersoonAdministratieveEenh><FiNr>136916557</FiNr></RechtspersoonAdministratieveEenh>"
                + "</AdministratieveEenheid><Inkomstenperiode><DatBIkp>" + start
                + "</DatBIkp><CdSrtIkv>15</CdSrtIkv><CdAardIkv>" + kind + "</CdAardIkv></Inkomstenperiode>"
                + "<Inkomstenopgave><DatBIko>" + start + "</DatBIko></Inkomstenopgave></Inkomstenverhouding>";
    }
}
