package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.inform;
import static eu.estafette.console.fixture.Entries.notice;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.desk.Edit;
import eu.estafette.console.desk.LaneOrder;
import eu.estafette.contract.message.JournalNotice;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EditTest extends HttpTest {

    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());
    private static final JournalNotice TOLD = inform("N1", "coach-org", "COACH_ORGANISATION", "referral-full");

    @BeforeEach
    void aDeadLetter() {
        model.sent(notice(TOLD, "C1", 1));
        model.journaled(
                decided("E1", 1, "suwinet", "C1").setNotices(List.of(TOLD)),
                called("DEAD", TOLD, "C1").setReason("REFUSED"));
    }

    @Test
    void whatChangesIsChangedAndTheRestStays() {
        // When
        var answer = edit("{'noticeId':'N1','data':{'requestedStart':'2026-04-01'},'reason':'they asked for a date'}");

        // Then
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
        assertThat(desk.edits()).singleElement().satisfies(edit -> {
            var record = PAYLOADS.read(edit.payload());
            assertThat(record.get("requestedStart")).hasToString("2026-04-01");
            assertThat(record.get("contact")).isEqualTo("0470 11 22 33");
            assertThat(edit.payload().getContract()).isEqualTo("view/referral-full");
            // what is protected stays sealed
            assertThat(edit.payload().getSealed()).isNotNull();
            assertThat(edit.discard().kind()).isEqualTo(LaneOrder.Kind.DISCARD);
            assertThat(edit.discard().notices()).containsExactly(new LaneOrder.OnLane("N1", "C1"));
            assertThat(edit.discard().editedBy()).contains(edit.eventId());
            assertThat(edit.discard().reason()).contains("they asked for a date");
            assertThat(answer.body().path("event").asText()).isEqualTo(edit.eventId());
        });
    }

    @Test
    void theSameEditTwiceIsTheSameEvent() {
        // When
        edit("{'noticeId':'N1','data':{'contact':null},'reason':'once'}");
        edit("{'noticeId':'N1','data':{'contact':null},'reason':'twice'}");
        edit("{'noticeId':'N1','data':{'contact':'0470 44 55 66'},'reason':'another'}");

        // Then
        List<String> events = desk.edits().stream().map(Edit::eventId).toList();
        assertThat(events.get(1)).isEqualTo(events.get(0));
        assertThat(events.get(2)).isNotEqualTo(events.get(0));
        assertThat(desk.edits().getFirst().discard().commandId())
                .isEqualTo(desk.edits().get(1).discard().commandId());
    }

    @Test
    void whatTheViewDoesNotHaveOrHasInAnotherTypeIsRefusedByName() {
        assertThat(field("{'noticeId':'N1','data':{'diagnosis':'x'},'reason':'why'}"))
                .contains("data.diagnosis");
        assertThat(field("{'noticeId':'N1','data':{'diagnosis':null},'reason':'why'}"))
                .contains("data.diagnosis");
        assertThat(field("{'noticeId':'N1','data':{'requestedStart':'soon'},'reason':'why'}"))
                .contains("data.requestedStart");
        assertThat(field("{'noticeId':'N1','data':{'hours':'many'},'reason':'why'}"))
                .contains("data.hours");
        assertThat(field("{'noticeId':'N1','data':{'contact':'999990342'},'reason':'why'}"))
                .contains("data.contact");
        assertThat(field("{'noticeId':'N1','data':{},'reason':'why'}")).contains("data");
        assertThat(field("{'noticeId':'N1','data':{'contact':null}}")).contains("reason");
        assertThat(field("{'noticeId':'N1','reason':'why'}")).contains("data");
        assertThat(field("{'noticeId':'N9','data':{'contact':null},'reason':'why'}"))
                .contains("noticeId");
        assertThat(desk.edits()).isEmpty();
    }

    @Test
    void whatIsNotDeadIsNotSentAnew() {
        // Given
        model.journaled(called("DISCARDED", TOLD, "C1"));

        // When, Then
        assertThat(edit("{'noticeId':'N1','data':{'contact':null},'reason':'why'}")
                        .problem(409))
                .contains("DISCARDED");
        assertThat(desk.edits()).isEmpty();
    }

    @Test
    void whatKafkaDoesNotConfirmIsNotSaidToBeDone() {
        // Given
        desk.goAway();

        // When, Then
        assertThat(edit("{'noticeId':'N1','data':{'contact':null},'reason':'why'}")
                        .problem(503))
                .isNotEmpty();
    }

    private Answer edit(String json) {
        return post("operator", "/api/ops/dead/edit", json);
    }

    private Optional<String> field(String json) {
        var answer = edit(json);
        assertThat(answer.problem(422)).isNotEmpty();
        return Optional.of(answer.body().path("issues").path(0).path("name").asText());
    }
}
