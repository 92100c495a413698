package eu.estafette.kit.identifier;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.identifier.IdentifierCheck.Invalid;
import eu.estafette.kit.identifier.IdentifierCheck.Valid;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierSchemeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "INSZ, 93051822361",
        "INSZ, 81050003552",
        "INSZ, 92200006963",
        "INSZ, 10200100128",
        "INSZ, 70252501507",
        "INSZ, 00003241778",
        "INSZ, 01410199955",
        "INSZ, 53480200724",
        "KBO, 0206731645",
        "KBO, 0566988259",
        "KBO, 1999999943",
        "KBO, 0400767772",
        "KBO, 0884303369",
        "KBO, 2147812701",
        "KBO, 2297964444",
        "KBO, 2414123726",
        "NOSS, 5134794036",
        "NOSS, 5000000120",
        "NOSS, 5999999989",
        "NOSS, 43220065",
        "BSN, 999990342",
        "BSN, 111222333",
        "BSN, 123456782",
        "BSN, 999993653",
        "BSN, 249566758",
        "BSN, 022264541",
        "RSIN, 822477348",
        "RSIN, 002220647",
        "LHN, 136916557L01",
        "OIN, 00000001822477348000",
        "OIN, 00000003687501100000",
        "OIN, 00000004123456789000",
        "OIN, 00000006000000000001",
        "KVK, 68750110",
        "KVK, 000037178598",
    })
    void aValidNumberKeepsItsDigits(IdentifierScheme scheme, String number) {
        // When
        IdentifierCheck result = scheme.check(number, TODAY);

        // Then
        assertThat(result).isEqualTo(new Valid(number, false));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "INSZ, 91610100176",
        "INSZ, 00630300287",
        "INSZ, 02622200138",
        "OIN, 00000099000000001000",
    })
    void aTestNumberIsValidAndMarked(IdentifierScheme scheme, String number) {
        // When
        IdentifierCheck result = scheme.check(number, TODAY);

        // Then
        assertThat(result).isEqualTo(new Valid(number, true));
        assertThat(IdentifierMode.TEST.admits((Valid) result)).isTrue();
        assertThat(IdentifierMode.PRODUCTION.admits((Valid) result)).isFalse();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "INSZ, 80110927812, check digits",
        "INSZ, 01691214397, check digits",
        "INSZ, 81050103521, check digits",
        "INSZ, 81130103578, month",
        "INSZ, 47060200096, counter",
        "INSZ, 99020299964, counter",
        "INSZ, 81023003504, does not exist in its month",
        "INSZ, 81023003522, check digits",
        "INSZ, 9305182236, 11 digits",
        "INSZ, 9305182236A, 11 digits",
        "KBO, 0400253292, check digits",
        "KBO, 0884303370, check digits",
        "KBO, 2111111111, check digits",
        "KBO, 2297964445, check digits",
        "KBO, 9000000000, the first 0 or 1",
        "KBO, 12345678, 10 digits",
        "NOSS, 5134794037, check digits",
        "NOSS, 196, between 197",
        "NOSS, 6000000000, between 197",
        "BSN, 123456789, eleven test",
        "BSN, 987654321, eleven test",
        "BSN, 000000000, eleven test",
        "BSN, 1234567, 9 digits",
        "RSIN, 822477349, eleven test",
        "LHN, 000900001L01, eleven test",
        "LHN, 136916557X01, the letter L",
        "OIN, 00000002822477348000, starts with 00000001",
        "OIN, 00000001822477349000, valid RSIN",
        "OIN, 00000001822477348001, valid RSIN",
        "OIN, 00000003687501100001, KvK number",
        "OIN, 0000000182247734800, 20 digits",
        "KVK, 6875011, 8 digits",
    })
    void aWrongNumberIsRefusedWithAReasonThatDoesNotShowIt(IdentifierScheme scheme, String number, String reason) {
        // When
        IdentifierCheck result = scheme.check(number, TODAY);

        // Then
        assertThat(result).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.detail())
                .contains(reason)
                .doesNotContain(number));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "INSZ, 93.05.18-223.61, 93051822361",
        "INSZ, 93 05 18 223 61, 93051822361",
        "INSZ, 93.05.18–223.61, 93051822361",
        "BSN, 9999.90.342, 999990342",
        "BSN, 22264541, 022264541",
        "RSIN, 02220647, 002220647",
        "KBO, 0400.767.772, 0400767772",
        "KBO, 400767772, 0400767772",
        "NOSS, 0043220065, 43220065",
        "LHN, 136916557 l 01, 136916557L01",
        "OIN, 00000001.822477348.000, 00000001822477348000",
    })
    void aNumberTypedByHandIsReducedToItsOwnForm(IdentifierScheme scheme, String typed, String number) {
        // When
        IdentifierCheck result = scheme.check(typed, TODAY);

        // Then
        assertThat(result).isEqualTo(new Valid(number, false));
    }

    @Test
    void nobodyIsBornAfterToday() {
        // Given
        String bornOn22February2002 = "02622200138";
        LocalDate birth = LocalDate.of(2002, 2, 22);

        // When
        IdentifierCheck onTheDay = IdentifierScheme.INSZ.check(bornOn22February2002, birth);
        IdentifierCheck theDayBefore = IdentifierScheme.INSZ.check(bornOn22February2002, birth.minusDays(1));

        // Then
        assertThat(onTheDay).isInstanceOf(Valid.class);
        assertThat(theDayBefore).isInstanceOfSatisfying(Invalid.class, invalid -> assertThat(invalid.detail())
                .contains("future"));
    }

    @Test
    void digitsOfOtherScriptsAreNoDigits() {
        assertThat(IdentifierScheme.KVK.check("٦٨٧٥٠١١٠", TODAY)).isInstanceOf(Invalid.class);
    }
}
