package eu.estafette.kit.http;

import eu.estafette.kit.http.Fetched.Content;
import eu.estafette.kit.http.Fetched.Failed;
import eu.estafette.kit.http.HttpAnswer.None;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** Holds an answer's body up to a limit; what goes beyond is read, so that the connection can be used again, and not held. */
final class LimitedBody {

    private static final int LIMIT = 4 * 1024 * 1024;

    private final String host;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private boolean isTooLarge;

    LimitedBody(String host) {
        this.host = host;
    }

    BodyHandler<Void> handler() {
        return BodyHandlers.ofByteArrayConsumer(next -> next.ifPresent(this::hold));
    }

    private synchronized void hold(byte[] piece) {
        if (held.size() + piece.length > LIMIT) {
            isTooLarge = true;
        } else {
            held.writeBytes(piece);
        }
    }

    synchronized Fetched of(HttpResponse<Void> answer) {
        return isTooLarge
                ? new Failed(new None("TOO_LARGE", host + " answered with more than 4 MiB", false))
                : new Content(host, answer.statusCode(), held.toByteArray());
    }
}
