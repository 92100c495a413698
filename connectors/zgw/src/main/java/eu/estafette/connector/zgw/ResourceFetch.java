package eu.estafette.connector.zgw;

import eu.estafette.connector.zgw.ZgwPoller.Letter;
import eu.estafette.kit.http.Fetched.Content;
import eu.estafette.kit.intake.Screening.Screened;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.Batch;
import eu.estafette.kit.poll.Round;
import eu.estafette.kit.poll.SetAside;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.problem.Issue;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Follows one notification: fetches the resource, keeps it as it came, has it checked, and brings it in or sets it aside; one transaction
 * with the notification's end. A resource that is destroyed withdraws what it told last.
 */
final class ResourceFetch {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final String TOLD = "told/";

    private final ZgwServices services;
    private final Party party;
    private final WayIn wayIn;

    ResourceFetch(ZgwServices services, Party party, WayIn wayIn) {
        this.services = services;
        this.party = party;
        this.wayIn = wayIn;
    }

    /** @throws IOException if it cannot be fetched now */
    void bringIn(Letter letter, Round round) throws IOException {
        Notification notification = letter.notification();
        if (notification.isDestroy()) {
            withdraw(letter, round);
            return;
        }
        Content answer = services.get(notification.resourceUrl());
        switch (answer.status()) {
            case OK -> tell(letter, answer.body(), round);
            case NOT_FOUND, GONE ->
                setAside(
                        letter,
                        round,
                        "resourceGone",
                        "answered " + answer.status() + "; notify again once it is there");
            default -> throw new IOException(answer.host() + " answered " + answer.status() + " for a resource");
        }
    }

    private void tell(Letter letter, byte[] content, Round round) {
        String told = TOLD + hash(letter.notification().resourceUrl());
        if (round.state(told).filter(last -> Arrays.equals(last, content)).isPresent()) {
            finish(letter, round, nothingNew -> {});
            return;
        }
        OriginalRef original = wayIn.originals().keep(content);
        Optional<Resource> resource = Resource.read(content);
        if (resource.isEmpty()) {
            Issue unreadable = new Issue(
                    Issue.Stage.SYNTAX,
                    "invalidEvent",
                    "body",
                    "resourceUrl",
                    Optional.empty(),
                    "is no structured CloudEvent with data");
            finish(letter, round, batch -> batch.setAside(aside(original, content, List.of(unreadable))));
            return;
        }
        Translated translated = resource.get().event(party, original);
        finish(letter, round, batch -> {
            bringIn(batch, translated, original, content);
            batch.put(told, content);
        });
    }

    private void withdraw(Letter letter, Round round) {
        String told = TOLD + hash(letter.notification().resourceUrl());
        Optional<Resource> last = round.state(told).flatMap(Resource::read);
        if (last.isEmpty()) {
            setAside(letter, round, "resourceUnknown", "told nothing that could be withdrawn");
            return;
        }
        OriginalRef original = wayIn.originals().keep(letter.content());
        Translated withdrawal =
                last.get().withdrawal(party, original, letter.notification().created());
        finish(letter, round, batch -> {
            bringIn(batch, withdrawal, original, letter.content());
            batch.remove(told);
        });
    }

    private void setAside(Letter letter, Round round, String code, String detail) {
        OriginalRef original = wayIn.originals().keep(letter.content());
        var issue = new Issue(Issue.Stage.RULE, code, "body", "resourceUrl", Optional.empty(), detail);
        finish(letter, round, batch -> batch.setAside(aside(original, letter.content(), List.of(issue))));
    }

    private void bringIn(Batch batch, Translated translated, OriginalRef original, byte[] content) {
        switch (wayIn.screening().screen(translated, party)) {
            case Screened.Fit(var accepted) -> batch.accept(accepted);
            case Screened.Unfit(List<Issue> issues) -> batch.setAside(aside(original, content, issues));
        }
    }

    private SetAside aside(OriginalRef original, byte[] content, List<Issue> issues) {
        return new SetAside(party.id(), ZgwConnector.NAME, original, SetAside.WHOLE, content, issues);
    }

    private interface Outcome {
        void into(Batch batch);
    }

    private static void finish(Letter letter, Round round, Outcome outcome) {
        try (Batch batch = round.begin()) {
            outcome.into(batch);
            batch.take(letter.key());
            batch.commit();
        }
    }

    /** A key may hold no number of a person, and who knows what a URL holds. */
    private static String hash(URI resource) {
        return Sha256.hex(resource.toString().getBytes(StandardCharsets.UTF_8));
    }
}
