package eu.estafette.console.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CauseTest {

    @Test
    void theSameFaultReadsTheSameWhateverItIsAbout() {
        assertThat(Cause.of(
                        "REFUSED", "422: field \"startDate\" of E1-0ABC123 is before 2026-03-01 (trace 7f3a9c01d2)"))
                .isEqualTo(Cause.of(
                        "REFUSED",
                        "422: field \"endDate\" of E1-9XYZ777 is before 2026-11-30T08:00:00Z (trace 00ff12ab34)"))
                .isEqualTo("#: field \"…\" of # is before # (trace #)");
    }

    @Test
    void idsOfAnyFormAreNoPartOfACause() {
        assertThat(Cause.of(
                        null,
                        "notice 550e8400-e29b-41d4-a716-446655440000 of client_4711ab not found at 10.0.0.7:8443"))
                .isEqualTo("notice # of # not found at #");
    }

    @Test
    void differentFaultsStayApart() {
        assertThat(Cause.of("REFUSED", "the party's answer was 422"))
                .isNotEqualTo(Cause.of("REFUSED", "the party's answer was cut off"));
        assertThat(Cause.of("REFUSED", "the party's system doesn't know 12 of them"))
                .isEqualTo("the party's system doesn't know # of them");
    }

    @Test
    void whereNobodySaidMoreTheCodeIsTheCause() {
        assertThat(Cause.of("GONE", null)).isEqualTo("GONE");
        assertThat(Cause.of("GONE", " ")).isEqualTo("GONE");
        assertThat(Cause.of(null, null)).isEqualTo("unknown");
    }

    @Test
    void aCauseIsNeverLongerThanAnIndexTakes() {
        assertThat(Cause.of("REFUSED", "word ".repeat(10_000))).hasSize(300);
    }
}
