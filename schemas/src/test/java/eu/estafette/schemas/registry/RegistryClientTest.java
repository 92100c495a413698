package eu.estafette.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryClientTest {

    private final FakeRegistry registry = new FakeRegistry();
    private final FakeRegistry other = new FakeRegistry();
    private final Schema schema =
            SchemaBuilder.record("R").fields().requiredString("a").endRecord();

    @AfterEach
    void stop() {
        registry.close();
        other.close();
    }

    @Test
    void aSchemaIsSentWithoutJavaMarks() {
        try (var client = client(registry.url())) {
            // When
            client.register("notices", Notice.getClassSchema());

            // Then
            assertThat(registry.schemas()).hasSize(1).noneMatch(sent -> sent.contains("avro.java.string"));
            assertThat(Notice.getClassSchema().toString()).contains("avro.java.string");
            assertThat(new Schema.Parser()
                            .parse(registry.schemas().getFirst())
                            .getField("noticeId")
                            .schema()
                            .getType())
                    .isEqualTo(Schema.Type.STRING);
        }
    }

    @Test
    void aSubjectWithAnyNameIsOnePartOfThePath() {
        try (var client = client(registry.url())) {
            // When
            client.register("a/b c+d?e", schema);

            // Then
            assertThat(registry.requests()).containsExactly("POST /subjects/a%2Fb%20c%2Bd%3Fe/versions");
        }
    }

    @Test
    void theNextAddressIsAskedWhenOneIsAwayAndKeptAfterwards() throws IOException {
        // bound, so that no other process gets the port; it does not listen, so that connecting is refused
        try (var away = new Socket()) {
            away.bind(new InetSocketAddress("127.0.0.1", 0));
            try (var client = client("http://127.0.0.1:" + away.getLocalPort() + "," + registry.url())) {
                // When
                client.register("r", schema);
                client.byId(1);

                // Then
                assertThat(registry.requests()).containsExactly("POST /subjects/r/versions", "GET /schemas/ids/1");
            }
        }
    }

    @Test
    void theNextAddressIsAskedWhenOneHasAServerError() {
        // Given
        registry.always(503, "busy");

        try (var client = client(registry.url() + "," + other.url())) {
            // When
            client.register("r", schema);

            // Then
            assertThat(other.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusalIsNotAskedOfTheNextAddress() {
        // Given
        registry.always(409, "{\"error_code\":409,\"message\":\"incompatible\"}");

        try (var client = client(registry.url() + "," + other.url())) {
            // When
            var failure = failureOf(() -> client.register("r", schema));

            // Then
            failure.extracting(RegistryException::fault).isEqualTo(Fault.INCOMPATIBLE);
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void aRegistryThatHangsIsAwayAfterTheTimeOut() throws IOException {
        try (var silent = new ServerSocket(0);
                var client = client("http://127.0.0.1:" + silent.getLocalPort(), "2000")) {
            // When
            var failure = failureOf(() -> client.byId(7));

            // Then
            failure.hasMessageStartingWith("Fetching schema id 7: the schema registry [http://127.0.0.1:")
                    .hasMessageContaining("does not answer (request timed out)")
                    .extracting(RegistryException::fault)
                    .isEqualTo(Fault.AWAY);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            401 | {"error_code":401,"message":"Unauthorized"}  | NOT_AUTHENTICATED | set basic.auth.user.info and start again
            403 | <html>                                       | NOT_AUTHENTICATED | refuses our credentials (403, none are configured)
            404 | {'error_code':40403,'message':'Schema gone'} | NOT_A_REGISTRY    | check schema.registry.url
            422 | {"error_code":42201,"message":"Invalid"}     | INVALID           | Invalid; nothing was changed
            200 | <html>hello</html>                           | NOT_A_REGISTRY    | not the schema registry's API
            302 | ""                                           | NOT_A_REGISTRY    | status 302
            200 | {"schema":"{}"}                              | NOT_A_REGISTRY    | a schema that Avro cannot parse
            200 | {"schema":"x","schemaType":"PROTOBUF"}       | UNREADABLE        | only AVRO can be read
            500 | {"error_code":50001,"message":"broken"}      | AWAY              | status 500
            """)
    void everyAnswerThatIsNoSchemaIsAFaultOfItsOwn(int status, String body, Fault fault, String message) {
        // Given
        registry.always(status, body);

        try (var client = client(registry.url())) {
            // When
            var failure = failureOf(() -> client.byId(7));

            // Then
            failure.hasMessageStartingWith("Fetching schema id 7: ")
                    .hasMessageContaining(message)
                    .extracting(RegistryException::fault)
                    .isEqualTo(fault);
        }
    }

    @Test
    void anUnknownIdIsNotAnUnknownServer() {
        try (var client = client(registry.url())) {
            // When
            var failure = failureOf(() -> client.byId(7));

            // Then
            failure.hasMessageContaining("Fetching schema id 7")
                    .hasMessageContaining("Schema not found")
                    .extracting(RegistryException::fault)
                    .isEqualTo(Fault.UNKNOWN);
        }
    }

    private static RegistryClient client(String url) {
        return client(url, "30000");
    }

    private static RegistryClient client(String url, String readTimeout) {
        return new RegistryClient(
                RegistryConfig.of(Map.of("schema.registry.url", url, "http.read.timeout.ms", readTimeout)));
    }

    private static AbstractThrowableAssert<?, RegistryException> failureOf(ThrowingCallable call) {
        return assertThatThrownBy(call).asInstanceOf(InstanceOfAssertFactories.throwable(RegistryException.class));
    }
}
