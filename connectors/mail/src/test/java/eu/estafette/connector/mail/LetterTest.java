package eu.estafette.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {

    private final LetterWriter letters = Samples.letters();

    private static Calendar calendar(CalendarPart part) throws Exception {
        return new CalendarBuilder().build(new StringReader(part.text()));
    }

    private static VEvent entry(Letter letter) throws Exception {
        return (VEvent)
                calendar(letter.calendar().getFirst()).getComponent("VEVENT").orElseThrow();
    }

    private static String value(VEvent entry, String name) {
        return entry.<Property>getProperty(name).orElseThrow().getValue();
    }

    @Test
    void aDueDateComesAsAnInvitation() throws Exception {
        // When
        Letter letter = letters.write(Samples.delivery(Samples.act(3, "2026-03-16"), "nl"));

        // Then
        CalendarPart part = letter.calendar().getFirst();
        Calendar calendar = calendar(part);
        VEvent entry = entry(letter);
        assertThat(part.method()).isEqualTo("REQUEST");
        assertThat(calendar.<Property>getProperty("METHOD").orElseThrow().getValue())
                .isEqualTo("REQUEST");
        assertThat(calendar.getComponents("VTIMEZONE")).hasSize(1);
        assertThat(entry.<ZonedDateTime>getStartDate().orElseThrow().getDate().toLocalDate())
                .isEqualTo("2026-03-16");
        assertThat(entry.<Property>getProperty("DTSTART")
                        .orElseThrow()
                        .<Parameter>getParameter("TZID")
                        .orElseThrow()
                        .getValue())
                .isEqualTo("Europe/Brussels");
        assertThat(value(entry, "ORGANIZER")).isEqualTo("mailto:" + Samples.HUB);
        assertThat(value(entry, "ATTENDEE")).isEqualTo("mailto:" + Samples.COACH);
        assertThat(value(entry, "SUMMARY")).isEqualTo("Uiterlijk vandaag: Begeleid de eerste werkdag");
        assertThat(calendar.validate(true).hasErrors()).isFalse();
    }

    @Test
    void aNewDateChangesTheSameEntryAndAWithdrawalCancelsIt() throws Exception {
        // When
        VEvent first = entry(letters.write(Samples.delivery(Samples.act(3, "2026-03-16"), "nl")));
        VEvent second = entry(letters.write(Samples.delivery(Samples.act(5, "2026-03-23"), "nl")));
        Letter withdrawal = letters.write(Samples.delivery(Samples.withdrawn(8), "nl"));
        VEvent cancelled = entry(withdrawal);

        // Then
        assertThat(value(second, "UID")).isEqualTo(value(first, "UID"));
        assertThat(value(cancelled, "UID")).isEqualTo(value(first, "UID"));
        assertThat(value(first, "SEQUENCE")).isEqualTo("3");
        assertThat(value(second, "SEQUENCE")).isEqualTo("5");
        assertThat(value(cancelled, "SEQUENCE")).isEqualTo("8");
        assertThat(value(cancelled, "STATUS")).isEqualTo("CANCELLED");
        assertThat(withdrawal.calendar()).singleElement().satisfies(part -> assertThat(part.method())
                .isEqualTo("CANCEL"));
    }

    @Test
    void aRepetitionWritesTheSameOctets() {
        // Given
        Notice notice = Samples.act(3, "2026-03-16");

        // When / Then
        assertThat(letters.write(Samples.delivery(notice, "fr")))
                .isEqualTo(letters.write(Samples.delivery(notice, "fr")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void noLineOfACalendarIsLongerThan75Octets(String language) {
        // When
        Letter letter = letters.write(Samples.delivery(Samples.act(3, "2026-03-16"), language));

        // Then
        String text = letter.calendar().getFirst().text();
        assertThat(text).contains("\r\n ");
        assertThat(text.split("\r\n")).allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                .isLessThanOrEqualTo(75));
    }

    @Test
    void aLetterOfTwoOctetsIsNotCutInTwo() {
        // Given
        String long3 = "SUMMARY:" + "é".repeat(100) + "\r\n";

        // When
        String folded = Folding.fold(long3);

        // Then
        assertThat(folded.replace("\r\n ", "")).isEqualTo(long3);
        assertThat(folded).doesNotContain("\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "fr", "en"})
    void noMailTellsWhoItIsAboutOrWhatHappened(String language) {
        for (Notice notice : new Notice[] {Samples.act(3, "2026-03-16"), Samples.inform(4), Samples.withdrawn(8)}) {
            // When
            Letter letter = letters.write(Samples.delivery(notice, language));

            // Then
            String all = letter.subject() + letter.text() + letter.calendar();
            assertThat(all)
                    .doesNotContain("Sam")
                    .doesNotContain("Jansen")
                    .doesNotContain("999990342")
                    .doesNotContain("Verhulst")
                    .doesNotContain("WINKEL")
                    .doesNotContain("employment");
            assertThat(letter.text()).contains("https://hub.example/mailbox").doesNotContain("{");
        }
    }

    @Test
    void whatIsAskedAndByWhenStandsInPlainWords() {
        // When
        Letter letter = letters.write(Samples.delivery(Samples.act(3, "2026-03-16"), "nl"));

        // Then
        assertThat(letter.subject()).contains("Begeleid de eerste werkdag").contains("maandag 16 maart 2026");
        assertThat(letter.text())
                .contains("/ACCEPTED/")
                .contains("/DECLINED/")
                .contains("/NEEDS_INFO/")
                .contains("/DONE/")
                .doesNotContain("/HANDED_ON/");
        assertThat(letters.write(Samples.delivery(Samples.inform(4), "nl")).text())
                .doesNotContain("/answer/");
    }

    @Test
    void allLanguagesSayTheSameThings() {
        // Given
        MailTexts texts = MailTexts.shipped();

        // Then
        assertThat(texts.languages()).containsExactlyInAnyOrder("nl", "fr", "en");
        assertThat(texts.languages()).allSatisfy(language -> {
            assertThat(texts.keys(language)).isEqualTo(texts.keys("en"));
            assertThat(texts.keys(language)).allSatisfy(key -> assertThat(places(texts.text(language, key)))
                    .as(language + " " + key)
                    .isEqualTo(places(texts.text("en", key))));
        });
    }

    private static Set<String> places(String text) {
        return java.util.regex.Pattern.compile("\\{[0-9]}")
                .matcher(text)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }
}
