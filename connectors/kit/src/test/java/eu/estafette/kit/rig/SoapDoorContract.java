package eu.estafette.kit.rig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.kit.party.Parties;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.DoorSide.Mood;
import eu.estafette.kit.rig.SoapCaller.Raw;
import eu.estafette.kit.soap.door.SoapDoors;
import eu.estafette.kit.soap.door.SoapStandard;
import eu.estafette.kit.xml.ElementText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/**
 * What every connector promises whose partners call by SOAP, beside what all promise. A connector's own test extends this and says what its
 * messages look like, as they stand in the body; what it adds is the standard's own.
 */
public abstract class SoapDoorContract extends MessageContract {

    private static final int LIMIT = 64 * 1024;
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    /** So many messages may come, each party alone. */
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    protected HubSide hub;
    protected DoorSide kafka;
    protected SoapCaller partner;
    private @Nullable SoapDoorServer server;
    private List<String> faulty = List.of();

    /** The connector under test. */
    protected abstract SoapStandard standard();

    /** Who calls; its file lets it in by this door. */
    protected abstract Party party();

    /** One that the door lets in, but that holds no role in which it may send such events. */
    protected abstract Party partyWithoutRole();

    /** The person number that {@link #faulty} holds for an identifier that is none. */
    protected abstract String wrongNumber();

    /** The fields that an answer finds fault with, in the standard's own form; empty if it says "taken". */
    protected abstract List<String> faultsIn(Element answer);

    /** An entry of the header that this standard has. */
    protected String ownHeader() {
        return "";
    }

    @BeforeEach
    void open() throws IOException {
        open(Duration.ofMillis(400));
    }

    private void open(Duration patience) throws IOException {
        close();
        hub = new HubSide(party(), partyWithoutRole(), Parties.party("no-door"));
        kafka = new DoorSide();
        var doors = new SoapDoors(
                SoapDoorServer.BEARERS,
                new PartyRegistry(List.of(party(), partyWithoutRole(), Parties.party("no-door"))),
                (party, events) ->
                        left.getAndAdd(-events) > 0 ? Optional.empty() : Optional.of(Duration.ofMillis(2_100)),
                new WayIn(hub.wayIn().screening(), kafka),
                kafka,
                kafka,
                hub.doorLog(),
                new DoorSettings(LIMIT, patience, Duration.ofSeconds(7)));
        var opened = new SoapDoorServer(doors.of(standard()));
        server = opened;
        partner = new SoapCaller(opened.url());
    }

    @AfterEach
    void close() {
        if (server != null) {
            partner.close();
            server.close();
        }
    }

    /** Sends it as the party. */
    protected Element send(String payload) {
        return partner.call(party().id().value(), payload);
    }

    /** Sends it as the party, with this standard's own header. */
    protected Raw post(String payload) {
        return partner.post(party().id().value(), SoapCaller.envelope(ownHeader(), payload));
    }

    /** Sends what stands in the body. */
    @Override
    protected Told tell(String message) {
        Raw answer = message.startsWith("<!DOCTYPE") ? partner.post(party().id().value(), message) : post(message);
        faulty = answer.status() == OK ? faultsIn(bodyOf(answer)) : List.of();
        return switch (answer.status()) {
            case OK -> faulty.isEmpty() ? Told.TAKEN : Told.REFUSED;
            case UNAVAILABLE -> Told.NOT_NOW;
            default -> Told.REFUSED;
        };
    }

    private static Element bodyOf(Raw answer) {
        return new ElementText(SoapCaller.xml(answer.body()))
                .child("Body")
                .orElseThrow()
                .children()
                .getFirst()
                .element();
    }

    @Override
    protected List<String> faultyFields() {
        return faulty;
    }

    @Override
    protected void kafkaIs(boolean away) {
        kafka.is(away ? Mood.AWAY : Mood.CONFIRMS);
    }

    @Override
    protected String hostile() {
        return "<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>" + SoapCaller.envelope(good(1));
    }

    @Override
    protected Optional<byte[]> original(CaseEvent event) {
        return Optional.of(kafka.original(event));
    }

    /** What has come in so far; one that was sent twice may be there twice. */
    @Override
    protected List<CaseEvent> events() {
        return kafka.events();
    }

    protected List<String> ids() {
        return events().stream().map(CaseEvent::getId).toList();
    }

    @Test
    void aGoodMessageIsTakenOnceItsOriginalAndItsEventsAreDurable() {
        // When
        Element answer = send(good(1));

        // Then
        assertThat(faultsIn(answer)).isEmpty();
        assertThat(events()).isNotEmpty().allSatisfy(event -> assertThat(kafka.original(event))
                .asString(StandardCharsets.UTF_8)
                .contains("Envelope"));
        assertThat(kafka.effects().getFirst()).startsWith("original ");
        assertThat(kafka.effects().subList(1, kafka.effects().size()))
                .isNotEmpty()
                .noneMatch(effect -> effect.startsWith("original "));
    }

    @Test
    void nothingIsSaidBeforeKafkaHasIt() throws Exception {
        // Given
        open(Duration.ofSeconds(30));
        kafka.is(Mood.HOLDS);
        var answer = CompletableFuture.supplyAsync(() -> post(good(1)));
        kafka.awaitEvent();

        // When
        var before = catchThrowable(() -> answer.get(300, TimeUnit.MILLISECONDS));
        kafka.confirmAll();

        // Then
        assertThat(before).isInstanceOf(TimeoutException.class);
        assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(200);
    }

    @Test
    void theSameMessageTwiceIsOneEvent() {
        // Given
        send(good(1));
        List<String> first = ids();

        // When: another envelope around it, as after a time-out
        Raw again = partner.post(
                party().id().value(),
                SoapCaller.envelope(ownHeader() + "<stamp xmlns=\"urn:x\">later</stamp>", good(1)));
        send(good(2));

        // Then
        assertThat(again.status()).isEqualTo(200);
        assertThat(ids().stream().distinct()).hasSize(2 * first.size()).containsAll(first);
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"AWAY", "AWAY_FOR_ORIGINALS", "HOLDS"})
    void whatIsNotDurableInTimeIsSentAgain(Mood mood) throws IOException {
        // Given
        post(good(2));
        List<String> once = ids();
        open();
        kafka.is(mood);
        Raw first = post(good(1));
        List<String> tried = ids();
        kafka.is(Mood.CONFIRMS);

        // When
        Raw second = post(good(1));

        // Then
        assertThat(first.status()).isEqualTo(503);
        assertThat(first.header("retry-after")).isEqualTo("7");
        assertThat(first.faultCode()).isEqualTo("Server");
        assertThat(second.status()).isEqualTo(200);
        assertThat(ids().stream().distinct()).isNotEmpty().containsAll(tried).hasSize(once.size());
        if (mood == Mood.AWAY_FOR_ORIGINALS) {
            assertThat(tried)
                    .as("an event must not name an original that is not there")
                    .isEmpty();
        }
    }

    @Test
    void aPersonNumberNeverTravelsBack() {
        assertThat(post(faulty(EnumSet.of(Stage.IDENTIFIER))).body()).doesNotContain(wrongNumber());
    }

    @Test
    void whoMaySendNoSuchEventIsRefusedAndItIsOnRecord() {
        // When
        Element answer = partner.call(partyWithoutRole().id().value(), good(1));

        // Then
        assertThat(faultsIn(answer)).isNotEmpty();
        assertThat(hub.refusals()).containsExactly("senderNotEntitled");
        assertThat(kafka.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>",
                "<Envelope/>",
                "<other xmlns='http://schemas.xmlsoap.org/soap/envelope/'/>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'/>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body/></s:Envelope>",
                "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a/><b/></s:Body></s:Envelope>",
                "<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                        + "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a>&e;</a></s:Body></s:Envelope>",
                "<!DOCTYPE s [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]>"
                        + "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><a>&b;</a></s:Body></s:Envelope>",
            })
    void whatIsNoEnvelopeIsTheClientsFault(String sent) {
        // When
        Raw answer = partner.post(party().id().value(), sent);

        // Then
        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.faultCode()).isIn("Client", "VersionMismatch");
        assertThat(kafka.effects()).isEmpty();
    }

    @Test
    void anEnvelopeOfSoap12IsAnotherVersion() {
        Raw answer = partner.post(
                party().id().value(),
                SoapCaller.envelope(good(1))
                        .replace(
                                "http://schemas.xmlsoap.org/soap/envelope/",
                                "http://www.w3.org/2003/05/soap-envelope"));
        assertThat(answer.faultCode()).isEqualTo("VersionMismatch");
        assertThat(kafka.effects()).isEmpty();
    }

    @Test
    void aHeaderEntryThatMustBeUnderstoodAndIsNotEndsTheCall() {
        Raw answer = partner.post(
                party().id().value(),
                SoapCaller.envelope("<x:Security xmlns:x=\"urn:x\" s:mustUnderstand=\"1\"/>", good(1)));
        assertThat(answer.faultCode()).isEqualTo("MustUnderstand");
        assertThat(kafka.effects()).isEmpty();
    }

    @Test
    void whatIsTooDeepOrTooLargeIsRefused() {
        // Given
        String deep = "<d>".repeat(100) + "</d>".repeat(100);

        // When
        Raw tooDeep = post(deep);
        Raw tooLarge = post(good(1) + "<!--" + "x".repeat(LIMIT) + "-->");

        // Then
        assertThat(tooDeep.faultCode()).isEqualTo("Client");
        assertThat(tooLarge.status()).isEqualTo(413);
        assertThat(kafka.effects()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/soap+xml", "text/xml; charset=utf-16", "application/json", "multipart/related"})
    void otherMediaAreNotTaken(String type) {
        Raw answer = partner.post(
                party().id().value(), type, SoapCaller.envelope(good(1)).getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(kafka.effects()).isEmpty();
    }

    @Test
    void aByteOrderMarkAndWindowsLinesAreUnderstood() {
        // When
        Raw answer = partner.post(
                party().id().value(),
                "\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
                        + SoapCaller.envelope("\r\n" + good(1) + "\r\n"));

        // Then
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(events()).isNotEmpty();
    }

    @Test
    void whoIsNotKnownDoesNotComeIn() {
        // When
        Raw nobody = partner.post("", SoapCaller.envelope(good(1)));
        Raw stranger = partner.post("stranger", SoapCaller.envelope(good(1)));
        Raw withoutDoor = partner.post("no-door", SoapCaller.envelope(good(1)));

        // Then
        assertThat(List.of(nobody.status(), stranger.status(), withoutDoor.status()))
                .containsExactly(401, 403, 403);
        assertThat(hub.refusals()).containsExactly("unknownCaller", "doorNotYours");
        assertThat(kafka.effects()).isEmpty();
    }

    @Test
    void whoSendsTooManyIsToldWhenToComeAgain() {
        // Given
        left.set(1);
        post(good(1));

        // When
        Raw answer = post(good(2));

        // Then
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("retry-after")).isEqualTo("3");
        assertThat(answer.faultCode()).isEqualTo("Server");
    }
}
