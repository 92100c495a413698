package eu.estafette.connector.magda;

import eu.estafette.connector.magda.Replies.Contract;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.rig.InboundContract;
import eu.estafette.kit.rig.TestKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A message is what MAGDA answers with when it is asked, a day after the last time. */
class MagdaContractTest extends InboundContract {

    private static final String HOSTILE = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
            + "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body>&e;</s:Body></s:Envelope>";

    private static TestKeys keys;

    private MagdaRig rig;

    @BeforeAll
    static void keys(@TempDir Path keyFolder) throws Exception {
        keys = TestKeys.in(keyFolder);
    }

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        rig = new MagdaRig(temporary, keys);
        rig.subscribe();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Override
    protected Told tell(String message) throws Exception {
        rig.magda.partner().answersAgain();
        if (message.equals(HOSTILE)) {
            rig.magda.partner().breaksDown(response -> {
                response.setContentType("text/xml");
                response.getOutputStream().write(HOSTILE.getBytes(StandardCharsets.UTF_8));
            });
        }
        rig.magda.says("GeefWerkrelaties", Replies.relations(message));
        int before = rig.hub.asides().size();
        try {
            rig.later(Duration.ofDays(1));
        } catch (IntakeUnavailableException e) {
            return Told.NOT_NOW;
        } catch (IOException e) {
            return Told.REFUSED;
        }
        return rig.hub.asides().size() == before ? Told.TAKEN : Told.REFUSED;
    }

    @Override
    protected void kafkaIs(boolean away) {
        rig.hub.away(away);
    }

    @Override
    protected List<CaseEvent> events() {
        return rig.hub.events();
    }

    @Override
    protected Optional<byte[]> original(CaseEvent event) {
        return rig.hub.original(new OriginalRef(Objects.requireNonNull(event.getDataref())));
    }

    @Override
    protected List<String> faultyFields() {
        return rig.hub.asides().getLast().issues().stream().map(Issue::name).toList();
    }

    @Override
    protected String good(int number) {
        return Contract.of("7" + number, "2026-02-02").xml();
    }

    @Override
    protected String faulty(Set<Stage> stages) {
        String contract = Contract.of("99", "2026-03-10")
                .until(stages.contains(Stage.RULE) ? "2026-03-09" : "2026-05-29")
                .by("O", "2026-03-02T09:00:00")
                .xml();
        if (stages.contains(Stage.IDENTIFIER)) {
            contract = contract.replace(Replies.COMPANY, "0206731646");
        }
        return stages.contains(Stage.SYNTAX) ? contract.replace("08:30", "half nine") : contract;
    }

    @Override
    protected String faultyField(Stage stage) {
        return switch (stage) {
            case SYNTAX -> "Tijd";
            case IDENTIFIER -> "Ondernemingsnummer";
            case RULE -> "Einde";
        };
    }

    @Override
    protected String hostile() {
        return HOSTILE;
    }
}
