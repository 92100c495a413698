package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class BodyBoundTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "9, 9", "10, 10", "11, 11", "1000, 11"})
    void nobodyReadsMoreThanTheLimitAndOneByte(int sent, int read) throws Exception {
        assertThat(read("", sent)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({"gzip, 0", "deflate, 0", "identity, 5"})
    void ofAPackedBodyNothingIsRead(String encoding, int read) throws Exception {
        assertThat(read(encoding, 5)).isEqualTo(read);
    }

    @Test
    void bytesComeOneByOneToo() throws Exception {
        // Given
        var body = behind("", 20);

        // When
        int read = 0;
        while (body.read() >= 0) {
            read++;
        }

        // Then
        assertThat(read).isEqualTo(11);
        assertThat(body.isFinished()).isTrue();
    }

    private static int read(String encoding, int sent) throws Exception {
        return behind(encoding, sent).readAllBytes().length;
    }

    private static jakarta.servlet.ServletInputStream behind(String encoding, int sent) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/events");
        request.setContent(new byte[sent]);
        if (!encoding.isEmpty()) {
            request.addHeader("Content-Encoding", encoding);
        }
        var chain = new MockFilterChain();
        new BodyBound(10).doFilter(request, new MockHttpServletResponse(), chain);
        return input(Objects.requireNonNull(chain.getRequest()));
    }

    private static jakarta.servlet.ServletInputStream input(jakarta.servlet.ServletRequest request) throws IOException {
        return request.getInputStream();
    }
}
