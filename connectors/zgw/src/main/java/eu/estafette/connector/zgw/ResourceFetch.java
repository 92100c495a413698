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
import java.util.function.Predicate;

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

    /**
     * Follows it.
     *
     * @return whether nothing of it stands aside
     * @throws IOException if it cannot be fetched now
     */
    boolean bringIn(Letter letter, Round round) throws IOException {
        Notification notification = letter.notification();
        if (notification.isDestroy()) {
            return withdraw(letter, round);
        }
        Content answer = services.get(notification.resourceUrl());
        return switch (answer.status()) {
            case OK -> tell(letter, answer.body(), round);
            case NOT_FOUND, GONE ->
                setAside(
                        letter,
                        round,
                        "resourceGone",
                        "answered " + answer.status() + "; notify again once it is there");
            default -> throw new IOException(answer.host() + " answered " + answer.status() + " for a resource");
        };
    }

    /** What a resource tells that was fetched before; empty if it is none. */
    Optional<Screened> read(byte[] content, OriginalRef original) {
        return Resource.read(content).map(resource -> wayIn.screening().screen(resource.event(party, original), party));
    }

    private boolean tell(Letter letter, byte[] content, Round round) {
        String told = TOLD + hash(letter.notification().resourceUrl());
        if (round.state(told).filter(last -> Arrays.equals(last, content)).isPresent()) {
            return finish(letter, round, nothingNew -> true);
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
            return finish(letter, round, batch -> stand(batch, aside(original, content, List.of(unreadable))));
        }
        Translated translated = resource.get().event(party, original);
        return finish(letter, round, batch -> {
            batch.put(told, content);
            return bringIn(batch, translated, original, content);
        });
    }

    private boolean withdraw(Letter letter, Round round) {
        String told = TOLD + hash(letter.notification().resourceUrl());
        Optional<Resource> last = round.state(told).flatMap(Resource::read);
        if (last.isEmpty()) {
            return setAside(letter, round, "resourceUnknown", "told nothing that could be withdrawn");
        }
        OriginalRef original = wayIn.originals().keep(letter.content());
        Translated withdrawal =
                last.get().withdrawal(party, original, letter.notification().created());
        return finish(letter, round, batch -> {
            batch.remove(told);
            return bringIn(batch, withdrawal, original, letter.content());
        });
    }

    private boolean setAside(Letter letter, Round round, String code, String detail) {
        OriginalRef original = wayIn.originals().keep(letter.content());
        var issue = new Issue(Issue.Stage.RULE, code, "body", "resourceUrl", Optional.empty(), detail);
        return finish(letter, round, batch -> stand(batch, aside(original, letter.content(), List.of(issue))));
    }

    private boolean bringIn(Batch batch, Translated translated, OriginalRef original, byte[] content) {
        return switch (wayIn.screening().screen(translated, party)) {
            case Screened.Fit(var accepted) -> {
                batch.accept(accepted);
                yield true;
            }
            case Screened.Unfit(List<Issue> issues) -> stand(batch, aside(original, content, issues));
        };
    }

    private static boolean stand(Batch batch, SetAside aside) {
        batch.setAside(aside);
        return false;
    }

    private SetAside aside(OriginalRef original, byte[] content, List<Issue> issues) {
        return new SetAside(party.id(), ZgwConnector.NAME, original, SetAside.WHOLE, content, issues);
    }

    private static boolean finish(Letter letter, Round round, Predicate<Batch> outcome) {
        try (Batch batch = round.begin()) {
            boolean in = outcome.test(batch);
            batch.take(letter.key());
            batch.commit();
            return in;
        }
    }

    /** A key may hold no number of a person, and who knows what a URL holds. */
    private static String hash(URI resource) {
        return Sha256.hex(resource.toString().getBytes(StandardCharsets.UTF_8));
    }
}
