package eu.estafette.kit.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class XmlRecordsTest {

    private static final XmlLimits SMALL = new XmlLimits(4, 1_000);

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> read(InputStream content) throws IOException, XmlRefusedException {
        List<String> records = new ArrayList<>();
        try (XmlRecords from = XmlRecords.open(content, "all", SMALL)) {
            Optional<Element> next;
            while ((next = from.next()).isPresent()) {
                records.add(new String(XmlText.of(next.get()), StandardCharsets.UTF_8));
            }
        }
        return records;
    }

    @Test
    void recordsComeOneByOneAsTheyStand() throws Exception {
        // When / Then
        assertThat(read(bytes("<all><!-- no --><a x=\"1\">b &amp; c<d/></a>\n<n:e xmlns:n=\"urn:n\">f</n:e></all>")))
                .containsExactly("<a x=\"1\">b &amp; c<d/></a>", "<n:e xmlns:n=\"urn:n\">f</n:e>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dtdRefused|<!DOCTYPE all><all/>",
                "dtdRefused|<!DOCTYPE all [<!ENTITY a \"b\">]><all><c>&a;</c></all>",
                "dtdRefused|<!DOCTYPE all SYSTEM \"http://127.0.0.1:1/\"><all/>",
                "tooDeep|<all><a><b><c><d/></c></b></a></all>",
                "otherRoot|<other/>",
                "notWellFormed|<all><a></all>",
                "notWellFormed|<all/><all/>"
            })
    void whatMayNotComeInIsNamed(String code, String text) {
        // When / Then
        assertThatThrownBy(() -> read(bytes(text)))
                .isInstanceOfSatisfying(XmlRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    @Test
    void aRecordThatNeverEndsStopsAtItsLimit() {
        // Given: more than memory would hold
        InputStream endless = new InputStream() {
            private final byte[] begin = "<all><a>".getBytes(StandardCharsets.UTF_8);
            private int at;

            @Override
            public int read() {
                return at < begin.length ? begin[at++] : 'x';
            }
        };

        // When / Then
        assertThatThrownBy(() -> read(endless))
                .isInstanceOfSatisfying(XmlRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo("tooLarge"));
    }

    @Test
    void manySmallRecordsAreNoLargeOne() throws Exception {
        // When / Then
        assertThat(read(bytes("<all>" + "<a>b</a>".repeat(50_000) + "</all>"))).hasSize(50_000);
    }

    @Test
    void troubleWithTheStreamIsNotTheDocuments() {
        // Given
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        // When / Then
        assertThatThrownBy(() -> read(broken)).isInstanceOf(IOException.class).hasMessageContaining("disk");
    }
}
