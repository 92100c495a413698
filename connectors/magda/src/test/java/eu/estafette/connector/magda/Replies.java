package eu.estafette.connector.magda;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What MAGDA says, for tests. */
final class Replies {

    static final String INSZ = "93051822361";
    static final String NEW_INSZ = "81050003552";
    static final String COMPANY = "0206731645";

    private static final Pattern OPERATION = Pattern.compile("<(?:\\w+:)?(\\w+) xmlns(?::\\w+)?=\"([^\"]+)\"");
    private static final Pattern REFERENCE = Pattern.compile("<Vraag><Referte>([^<]+)<");

    private Replies() {}

    /** What it was asked for: {@code RegistreerInschrijving}. */
    static String operation(String request) {
        return found(OPERATION, request, 1);
    }

    /** The person that was asked about. */
    static String person(String request) {
        return found(Pattern.compile("<(?:INSZ|Sleutel)>(\\d+)<"), request, 1);
    }

    private static String found(Pattern pattern, String request, int group) {
        Matcher matcher = pattern.matcher(request);
        if (!matcher.find()) {
            throw new IllegalArgumentException("no " + pattern + " in " + request);
        }
        return matcher.group(group);
    }

    static UnaryOperator<String> done() {
        return request -> answer(request, "<Inhoud><Resultaat>1</Resultaat></Inhoud>");
    }

    /** In the answer. */
    static UnaryOperator<String> exception(String type, String code, String... annotations) {
        return request -> answer(request, exceptions(type, code, annotations));
    }

    /** The answer, and a remark in it. */
    static UnaryOperator<String> remarked(String code, String content) {
        return request -> answer(request, "<Inhoud>" + content + "</Inhoud>" + exceptions("WAARSCHUWING", code));
    }

    /** Beside the answer, which is not there. */
    static UnaryOperator<String> exceptionBeside(String code) {
        return request -> reply(request, exceptions("FOUT", code));
    }

    private static String exceptions(String type, String code, String... annotations) {
        String noted = annotations.length == 0
                ? ""
                : "<Annotaties>"
                        + String.join(
                                "",
                                List.of(annotations).stream()
                                        .map(note ->
                                                "<Annotatie><Naam>INSZ</Naam><Waarde>" + note + "</Waarde></Annotatie>")
                                        .toList())
                        + "</Annotaties>";
        return "<Uitzonderingen><Uitzondering><Identificatie>" + code
                + "</Identificatie><Oorsprong>MAGDA</Oorsprong><Type>"
                + type
                + "</Type><Tijdstip><Datum>2026-03-02</Datum><Tijd>09:15:00.000</Tijd></Tijdstip><Diagnose>de tekst zegt iets anders"
                + "</Diagnose>" + noted + "</Uitzondering></Uitzonderingen>";
    }

    static UnaryOperator<String> relations(String... contracts) {
        return request -> answer(request, "<Inhoud>" + contracts(contracts) + "</Inhoud>");
    }

    static String contracts(String... contracts) {
        return "<Contracten>" + String.join("", contracts) + "</Contracten>";
    }

    static String answer(String request, String inside) {
        return reply(
                request,
                "<Antwoorden><Antwoord><Referte>" + found(REFERENCE, request, 1) + "</Referte>" + inside
                        + "</Antwoord></Antwoorden>");
    }

    private static String reply(String request, String inside) {
        return "<r:" + operation(request) + "Response xmlns:r=\"" + found(OPERATION, request, 2)
                + "\"><Repliek><Context><Naam>" + operation(request)
                + "</Naam><Versie>02.00.0000</Versie><Bericht><Type>ANTWOORD</Type><Tijdstip><Datum>2026-03-02</Datum><Tijd>09:15:00.000"
                + "</Tijd></Tijdstip><Afzender><Identificatie>magda</Identificatie><Referte>x</Referte></Afzender></Bericht></Context>"
                + inside + "</Repliek></r:" + operation(request) + "Response>";
    }

    /** One employment, of the person with {@link #INSZ}. */
    record Contract(
            String number, String begin, String end, String action, String stamps, String cancelled, String person) {

        static Contract of(String number, String begin) {
            return new Contract(number, begin, "", "I", " DatumTijdstipCreatie=\"2026-03-02T08:00:00\"", "0", INSZ);
        }

        Contract until(String day) {
            return new Contract(number, begin, day, action, stamps, cancelled, person);
        }

        /** The last action, and when it was told. */
        Contract by(String letter, String at) {
            return new Contract(
                    number,
                    begin,
                    end,
                    letter,
                    " DatumTijdstipCreatie=\"2026-03-02T08:00:00\" DatumTijdstipModificatie=\"" + at + "\"",
                    cancelled,
                    person);
        }

        Contract withoutStamps() {
            return new Contract(number, begin, end, action, "", cancelled, person);
        }

        Contract cancelledAt(String at) {
            Contract told = by(action, at);
            return new Contract(number, begin, end, told.action, told.stamps, "1", person);
        }

        Contract ofPerson(String insz) {
            return new Contract(number, begin, end, action, stamps, cancelled, insz);
        }

        String xml() {
            return "<Contract><Relatie><Werkgever><RSZNummer>5134794036</RSZNummer><Ondernemingsnummer>" + COMPANY
                    + "</Ondernemingsnummer></Werkgever><Werknemer><INSZ>" + person
                    + "</INSZ><IdentificatiePersoonGevalideerd Beschrijving=\"ok\">1</IdentificatiePersoonGevalideerd></Werknemer></Relatie>"
                    + "<Bron Beschrijving=\"RSZ\">RSZ</Bron><Aangifte" + stamps + "><DimonaNummer>" + number
                    + "</DimonaNummer><PeriodeTijdstip><Begin><Datum>" + begin + "</Datum><Tijd>08:30</Tijd></Begin>"
                    + (end.isEmpty() ? "" : "<Einde><Datum>" + end + "</Datum></Einde>")
                    + "</PeriodeTijdstip><ParitairComite>320</ParitairComite><AardWerknemer>OTH</AardWerknemer><ServiceCategorie>S</ServiceCategorie>"
                    + "<Geannuleerd>" + cancelled + "</Geannuleerd><LaatsteDimonaActie Beschrijving=\"laatste\">"
                    + action
                    + "</LaatsteDimonaActie></Aangifte></Contract>";
        }
    }
}
