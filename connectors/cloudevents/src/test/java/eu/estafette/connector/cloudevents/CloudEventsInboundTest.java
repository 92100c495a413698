package eu.estafette.connector.cloudevents;

import eu.estafette.connector.cloudevents.RecordingIntake.Kept;
import eu.estafette.connector.cloudevents.RecordingIntake.Mood;
import eu.estafette.connector.cloudevents.TestDoor.Reply;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.MessageContract;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CloudEventsInboundTest extends MessageContract {

    private TestDoor door;
    private List<String> faulty = List.of();

    @BeforeEach
    void open() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Override
    protected Told tell(String message) {
        Reply reply = door.structured(message);
        faulty = reply.body().path("issues").findValuesAsText("name");
        return switch (reply.status()) {
            case 202 -> Told.TAKEN;
            case 503 -> Told.NOT_NOW;
            default -> Told.REFUSED;
        };
    }

    @Override
    protected void kafkaIs(boolean away) {
        door.intake.is(away ? Mood.AWAY : Mood.KEEPING);
    }

    @Override
    protected List<CaseEvent> events() {
        return door.intake.kept().stream().map(Kept::event).toList();
    }

    @Override
    protected Optional<byte[]> original(CaseEvent event) {
        return Optional.empty();
    }

    @Override
    protected List<String> faultyFields() {
        return faulty;
    }

    @Override
    protected String good(int number) {
        return TestDoor.event("event-" + number, "");
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        return good(1).replace(
                        "'occurredOn':'2026-03-02'",
                        stages.contains(Stage.SYNTAX) ? "'occurredOn':'2026-02-30'" : "'occurredOn':'2026-03-02'")
                .replace("'REF-17'", stages.contains(Stage.RULE) ? "'999990342'" : "'REF-17'")
                .replace(
                        "'number':'999990342'",
                        stages.contains(Stage.IDENTIFIER) ? "'number':'123456789'" : "'number':'999990342'");
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "data.occurredOn";
            case IDENTIFIER -> "data.subject.number";
            case RULE -> "data.businessKey";
        };
    }

    @Override
    protected List<String> olderAndNewer() {
        return List.of(
                TestDoor.event("older", ",'version':2,'action':'CORRECTION'"),
                TestDoor.event("newer", ",'version':3,'action':'CORRECTION'"));
    }

    @Override
    protected String hostile() {
        return "[".repeat(4_000);
    }
}
