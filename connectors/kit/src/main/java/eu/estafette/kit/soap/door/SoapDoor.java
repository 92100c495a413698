package eu.estafette.kit.soap.door;

import eu.estafette.kit.check.Verdict;
import eu.estafette.kit.intake.EventKeeper;
import eu.estafette.kit.intake.EventKeeper.Outcome;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.xml.XmlLimits;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/**
 * Where partners of one standard call. "Taken" is said only once the original and all events are durable. Crash window: they may be, and
 * the caller never hear of it; he calls again, the events get the same ids, and the router knows them for duplicates. Thread-safe.
 */
public final class SoapDoor {

    private static final Logger log = LoggerFactory.getLogger(SoapDoor.class);
    private static final int OK = 200;

    private final SoapDoors doors;
    private final SoapStandard standard;
    private final DoorGuard guard;
    private final EventKeeper keeper;

    SoapDoor(SoapDoors doors, SoapStandard standard) {
        this.doors = doors;
        this.standard = standard;
        guard = new DoorGuard(doors, standard.name());
        keeper = new EventKeeper(doors.intake(), doors.settings().patience());
    }

    /** Of the standard. */
    public String name() {
        return standard.name();
    }

    /**
     * Takes a message, or tells why not.
     *
     * @param call headers, those among them that the server adds for its own purposes
     * @throws IOException if the caller breaks off
     */
    public SoapReply take(Map<String, Object> call, InputStream body) throws IOException {
        try {
            Party caller = guard.caller(call);
            return answer(caller, guard.envelope(caller, call, body));
        } catch (DoorFault fault) {
            return fault.reply();
        } catch (IntakeUnavailableException e) {
            log.atWarn().addKeyValue("door", name()).setCause(e).log("a message was not kept");
            return later().reply();
        } catch (RuntimeException e) {
            return failed(e).reply();
        }
    }

    private SoapReply answer(Party caller, byte[] envelope) {
        var limits = new XmlLimits(Envelopes.DEEPEST, doors.settings().bodyLimit());
        Envelopes.Opened opened = Envelopes.open(envelope, standard.understood(), limits);
        var request = new SoapRequest(caller, opened.header(), opened.content(), new OriginalRef(Sha256.hex(envelope)));
        SoapReading reading = standard.read(request);
        List<Issue> issues = new ArrayList<>(reading.issues());
        List<Verdict.Accepted> fit = new ArrayList<>();
        if (issues.stream().noneMatch(issue -> issue.stage() == Stage.SYNTAX)) {
            screen(reading, caller, fit, issues);
        }
        if (!issues.isEmpty()) {
            return said(standard.refused(request, ofFirstStage(issues)));
        }
        if (!fit.isEmpty() || reading.letter().isPresent()) {
            // the original first: an event must not name one that is not there
            doors.wayIn().originals().keep(envelope);
        }
        reading.letter()
                .ifPresentOrElse(
                        letter -> doors.inbox().leave(letter.poller(), letter.key(), letter.value()), () -> keep(fit));
        return said(standard.taken(request));
    }

    private void screen(SoapReading reading, Party caller, List<Verdict.Accepted> fit, List<Issue> issues) {
        reading.events().forEach(event -> {
            switch (doors.wayIn().screening().screen(event, caller)) {
                case Screened.Fit(Verdict.Accepted accepted) -> fit.add(accepted);
                case Screened.Unfit(List<Issue> found) -> issues.addAll(found);
            }
        });
    }

    private static List<Issue> ofFirstStage(List<Issue> issues) {
        Stage first =
                issues.stream().map(Issue::stage).min(Comparator.naturalOrder()).orElseThrow();
        return issues.stream().filter(issue -> issue.stage() == first).toList();
    }

    private void keep(List<Verdict.Accepted> fit) {
        for (Outcome outcome : keeper.keep(fit)) {
            switch (outcome) {
                case Outcome.Kept ignored -> {}
                case Outcome.Unconfirmed ignored -> throw later();
                case Outcome.Failed(Throwable cause) -> throw failed(cause);
            }
        }
    }

    private static SoapReply said(Element content) {
        return new SoapReply(OK, Envelopes.around(content), java.util.Optional.empty());
    }

    private DoorFault later() {
        return DoorFault.later(doors.settings().retryAfter());
    }

    private DoorFault failed(Throwable cause) {
        String instance = "urn:uuid:" + UUID.randomUUID();
        log.atError()
                .addKeyValue("door", name())
                .addKeyValue("instance", instance)
                .setCause(cause)
                .log("call failed");
        return DoorFault.ours(instance);
    }
}
